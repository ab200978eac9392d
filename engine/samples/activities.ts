import type { SceneName } from './scenes.ts'

/** A photo or a video, and what a clerk knows of it. */
export interface ActivityFile {
  readonly name: string
  /** What the picture shows; the video lies in `resources/samples`. */
  readonly scene: SceneName | 'video'
  /** `10:15`; undefined where the camera wrote no time. */
  readonly clock: string | undefined
  /** What is to be seen; the caption is the activity's occasion and this. */
  readonly seen: string
  /** The scene seen in a mirror: the same motif once more. */
  readonly mirrored?: boolean
}

export interface SampleActivity {
  readonly folder: string
  readonly day: string
  readonly camera: { readonly make: string; readonly model: string }
  readonly creator: string
  readonly place: string
  readonly occasion: string
  readonly files: readonly ActivityFile[]
}

const file = (
  name: string,
  scene: ActivityFile['scene'],
  clock: string | undefined,
  seen: string,
): ActivityFile => ({
  name,
  scene,
  clock,
  seen,
})

/** A city's year of science for the public: 21 photos and a video, as they lie in a clerk's folders. All keep the rules. */
export const activities: readonly SampleActivity[] = [
  {
    folder: '2023-03-23 世界气象日开放活动',
    day: '2023-03-23',
    camera: { make: 'Canon', model: 'Canon EOS 80D' },
    creator: '李明 摄',
    place: '沈阳市浑南区国家基本气象站',
    occasion: '世界气象日，沈阳市气象局邀请三百名市民走进气象站。',
    files: [
      file('IMG_0311.JPG', 'weatherStation', '09:32', '工作人员讲解风向标和百叶箱，零距离看懂天气。'),
      file('IMG_0318.JPG', 'rain', '10:05', '孩子们撑着红伞体验人工降雨，边玩边学防汛。'),
      file('IMG_0326.JPG', 'windFarm', '14:40', '三台风机同时转动，工程师介绍风能怎样变成电。'),
    ],
  },
  {
    folder: '2023-05-20 科普大篷车进校园',
    day: '2023-05-20',
    camera: { make: 'NIKON CORPORATION', model: 'NIKON D7500' },
    creator: '沈阳市科协供图',
    place: '沈阳市法库县秀水河子镇中心小学',
    occasion: '沈阳市科协组织科普大篷车开进乡村小学，四百名师生参加。',
    files: [
      file('IMG_1201.JPG', 'scienceVan', '09:10', '孩子们围着展车看展品，科技馆来到了校门口。'),
      file('IMG_1207.JPG', 'classroom', '09:45', '科技辅导员在黑板前讲波的传播，全班专心听讲。'),
      file('IMG_1215.JPG', 'robot', '10:20', '人形机器人与同学互动问答，引来阵阵笑声。'),
      file('IMG_1222.JPG', 'balloons', '11:02', '志愿者用彩色气球演示静电，人人动手做实验。'),
      {
        ...file('IMG_1236.JPG', 'scienceVan', '15:30', '展车启程前往下一所学校，同学们挥手送别。'),
        mirrored: true,
      },
      file('大篷车纪实.mp4', 'video', undefined, '视频记录展车到校、展品互动和课堂实验全过程。'),
    ],
  },
  {
    folder: '2023-06-10 流动天文馆进社区',
    day: '2023-06-10',
    camera: { make: 'HUAWEI', model: 'P40' },
    creator: '王芳 摄',
    place: '沈阳市沈河区文化路社区广场',
    occasion: '沈阳天文学会把流动天文馆搬进社区，为居民办观星夜。',
    files: [
      file('IMG_20230610_181230.jpg', 'dome', '18:12', '充气球幕里四季星空，抬头认出北斗七星。'),
      file('IMG_20230610_184502.jpg', 'planets', '18:45', '讲解员用模型说明行星轨道，老少都听得懂。'),
      file('IMG_20230610_193011.jpg', 'telescope', '19:30', '爱好者架起望远镜，夏夜广场成了课堂。'),
      {
        ...file(
          'IMG_20230610_194250.jpg',
          'telescope',
          '19:42',
          '三口之家排队看木星，孩子第一次看到木星条纹。',
        ),
        mirrored: true,
      },
      file('IMG_20230610_201544.jpg', 'moon', '20:15', '手机接望远镜拍下月面，环形山清晰可见。'),
    ],
  },
  {
    folder: '2023-07-18 青少年科学实验营',
    day: '2023-07-18',
    camera: { make: 'SONY', model: 'ILCE-6400' },
    creator: '赵强 摄',
    place: '沈阳科学宫',
    occasion: '暑期青少年科学实验营开营，六十名初中生动手做实验。',
    files: [
      file('DSC02031.JPG', 'flasks', '09:05', '营员用指示剂观察酸碱变色，红蓝紫一字排开。'),
      file('DSC02044.JPG', 'doubleHelix', '10:30', '营员合作搭起两米长的双螺旋，理解遗传信息。'),
      file('DSC02052.JPG', 'microscope', '13:40', '营员自己做洋葱切片，第一次在镜下看到细胞。'),
      file('DSC02068.JPG', 'rocket', '15:10', '营员设计的水火箭发射升空，飞行超过三十米。'),
      file('DSC02075.JPG', 'magnet', '16:00', '老师用铁屑显示磁力线，看不见的磁场一目了然。'),
    ],
  },
  {
    folder: '防震减灾进社区',
    day: '2023-05-12',
    camera: { make: 'Xiaomi', model: '2211133C' },
    creator: '沈阳市地震局供图',
    place: '沈阳市铁西区工人村社区',
    occasion: '全国防灾减灾日，沈阳市地震局在社区办科普集市。',
    files: [
      file('地震波记录图.jpg', 'seismograph', '09:20', '地震台展示真实记录，讲清预警为什么快几秒。'),
      file('火山模型.jpg', 'volcano', undefined, '中学生用小苏打和醋演示火山喷发，居民围观。'),
      file('湿地生态观察.jpg', 'pond', '14:25', '亲子家庭观察湿地，了解湿地怎样蓄洪抗旱。'),
    ],
  },
]
