/** Longer edge of a poster in pixels, as that of thumbnails. */
const longestEdge = 320
/** Where the frame is taken: openings are often black. */
const wantedSecond = 1
/** A file that has not shown a frame by then shows none. */
const patience = 8000

/** A frame of the video at the address as a small JPEG; null where this browser cannot show it. */
export async function posterFrame(address: string): Promise<Blob | null> {
  const video = document.createElement('video')
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    // The desktop's files have an origin of their own: without this the canvas could not be read.
    video.crossOrigin = 'anonymous'
    video.muted = true
    video.preload = 'auto'
    video.src = address
    await happens(video, 'loadeddata', stop.signal)
    if (video.videoWidth === 0) return null
    const aim = Math.min(wantedSecond, video.duration / 2)
    if (Number.isFinite(aim) && aim > 0) {
      video.currentTime = aim
      await happens(video, 'seeked', stop.signal)
    }
    return await drawn(video)
  } catch {
    return null
  } finally {
    clearTimeout(timer)
    video.removeAttribute('src')
    video.load()
  }
}

function happens(video: HTMLVideoElement, name: 'loadeddata' | 'seeked', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('no frame'))
    video.addEventListener(name, () => resolve(), { once: true, signal })
    video.addEventListener('error', fail, { once: true, signal })
    signal.addEventListener('abort', fail, { once: true })
  })
}

async function drawn(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth, videoHeight } = video
  const scale = Math.min(1, longestEdge / Math.max(videoWidth, videoHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(videoWidth * scale))
  canvas.height = Math.max(1, Math.round(videoHeight * scale))
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
}
