import { backdrop, box, disc, many, people, scattered, shape, stroke } from './motifs.ts'

/** Under a roof: classrooms, laboratories, exhibitions. */
export const indoors = {
  classroom: () =>
    backdrop('#f2e8cf', '#e0c9a6') +
    box(50, 18, 200, 84, '#1b4332', 'stroke="#7f5539" stroke-width="5"') +
    disc(100, 58, 20, '#1b4332', 'stroke="#fff" stroke-width="2"') +
    stroke('M145 62 q20 -44 40 0 t40 0', '#ffe066', 2) +
    people(6, 10, 290, 200, 74),
  robot: () =>
    backdrop('#480ca8', '#b5179e', true) +
    box(105, 70, 90, 80, '#ced4da', 'rx="12"') +
    box(118, 22, 64, 46, '#e9ecef', 'rx="10"') +
    disc(136, 44, 9, '#00b4d8') +
    disc(164, 44, 9, '#00b4d8') +
    box(76, 78, 26, 12, '#adb5bd') +
    box(198, 78, 52, 12, '#adb5bd') +
    disc(254, 84, 12, '#ffb703') +
    box(118, 150, 20, 50, '#868e96') +
    box(162, 150, 20, 50, '#868e96'),
  balloons: () =>
    backdrop('#ffffff', '#ffe5ec') +
    many(
      9,
      (i) =>
        disc(
          20 + i * 33,
          40 + (i % 3) * 26,
          20,
          ['#ff595e', '#ffca3a', '#8ac926', '#1982c4', '#6a4c93'][i % 5] ?? '',
        ) + stroke(`M${20 + i * 33} ${60 + (i % 3) * 26} q8 30 -2 60`, '#888', 1),
    ) +
    people(5, 30, 270, 200, 56),
  dome: () =>
    backdrop('#22223b', '#4a4e69') +
    `<path d="M20 170 a130 130 0 0 1 260 0 z" fill="#14213d"/>` +
    many(60, (i) => disc(scattered(i, 60, 240), scattered(i + 7, 70, 160), 1.2, '#fca311')) +
    stroke('M90 120 L115 95 L150 108 L182 88 L214 112', '#e5e5e5', 1.5) +
    people(7, 20, 280, 200, 40),
  flasks: () =>
    backdrop('#e9f5db', '#cfe1b9') +
    box(0, 150, 300, 50, '#dda15e') +
    ['#ef233c', '#3a86ff', '#8338ec']
      .map(
        (c, i) =>
          shape(
            `${55 + i * 90},60 ${75 + i * 90},60 ${75 + i * 90},92 ${100 + i * 90},152 ${30 + i * 90},152 ${55 + i * 90},92`,
            '#fff',
            'opacity="0.8"',
          ) +
          shape(
            `${66 + i * 90},112 ${84 + i * 90},112 ${98 + i * 90},150 ${32 + i * 90},150 ${47 + i * 90},112`,
            c,
          ) +
          many(5, (k) => disc(62 + i * 90 + scattered(k, -8, 8), 52 - k * 9, 3, c)),
      )
      .join(''),
  doubleHelix: () =>
    backdrop('#012a4a', '#2a6f97', true) +
    many(22, (i) => {
      const [x, y] = [20 + i * 12.4, 62 * Math.sin(i * 0.55)]
      return (
        stroke(`M${x} ${100 - y} L${x} ${100 + y}`, '#a9d6e5', 2) +
        disc(x, 100 - y, 7, '#ff6b6b') +
        disc(x, 100 + y, 7, '#ffd166')
      )
    }),
  microscope: () =>
    backdrop('#ffffff', '#d8e2dc', true) +
    box(90, 176, 120, 14, '#343a40') +
    box(186, 60, 16, 120, '#343a40') +
    `<g transform="rotate(24 150 80)">${box(136, 18, 28, 90, '#495057')}${box(142, 2, 16, 20, '#212529')}${box(144, 106, 12, 22, '#adb5bd')}</g>` +
    box(96, 142, 100, 8, '#495057') +
    disc(40, 60, 30, '#90be6d') +
    disc(34, 54, 9, '#43aa8b'),
  magnet: () =>
    backdrop('#f1e3d3', '#f2d0a9') +
    box(80, 78, 70, 40, '#d00000') +
    box(150, 78, 70, 40, '#003566') +
    many(5, (i) =>
      stroke(
        `M80 98 C${40 - i * 14} ${60 - i * 22} ${260 + i * 14} ${60 - i * 22} 220 98 M80 98 C${40 - i * 14} ${136 + i * 22} ${260 + i * 14} ${136 + i * 22} 220 98`,
        '#6c584c',
        1.6,
      ),
    ),
  seismograph: () =>
    backdrop('#edf2f4', '#ffffff') +
    many(15, (i) => box(0, i * 14, 300, 1, '#f4acb7') + box(i * 21, 0, 1, 200, '#f4acb7')) +
    stroke(
      `M0 110 ${many(150, (i) => `L${i * 2} ${(110 + scattered(i, -1, 1) * 80 * Math.exp(-(((i - 80) / 26) ** 2))).toFixed(1)} `)}`,
      '#1d3557',
      2,
    ) +
    box(0, 0, 34, 200, '#2b2d42'),
} satisfies Record<string, () => string>
