import { backdrop, box, cloud, disc, many, people, scattered, shape, stroke, tree } from './motifs.ts'

/** Under the sky: weather, stars, journeys. */
export const outdoors = {
  weatherStation: () =>
    backdrop('#7ec8f0', '#dff3ff') +
    disc(245, 40, 24, '#ffd23f') +
    cloud(95, 50, 24, '#fff') +
    box(0, 158, 300, 42, '#6aa84f') +
    box(148, 70, 5, 95, '#555') +
    shape('151,72 205,60 205,84', '#d62828') +
    box(60, 120, 46, 34, '#fff') +
    many(5, (i) => box(63, 124 + i * 6, 40, 2, '#999')) +
    people(3, 200, 280, 190, 62),
  rain: () =>
    backdrop('#39424e', '#8896a5') +
    cloud(60, 40, 30, '#20262d') +
    cloud(170, 30, 36, '#2b333c') +
    many(70, (i) => stroke(`M${scattered(i, 0, 300)} ${scattered(i + 99, 50, 180)} l-4 16`, '#c8d6e5', 1)) +
    `<path d="M170 130 a60 50 0 0 1 120 0 z" fill="#e63946"/>` +
    box(228, 130, 3, 60, '#222') +
    box(0, 185, 300, 15, '#2f3e46'),
  windFarm: () =>
    backdrop('#fcbf49', '#eae2b7') +
    shape('0,150 120,95 300,160 300,200 0,200', '#588157') +
    [50, 150, 250]
      .map(
        (x, i) =>
          box(x - 2, 60 + i * 12, 4, 110, '#f8f9fa') +
          many(
            3,
            (k) =>
              `<g transform="rotate(${k * 120 + i * 35} ${x} ${60 + i * 12})">${shape(`${x},${60 + i * 12} ${x - 5},${24 + i * 12} ${x + 1},${12 + i * 12}`, '#ffffff')}</g>`,
          ),
      )
      .join(''),
  scienceVan: () =>
    backdrop('#a2d2ff', '#bde0fe') +
    box(0, 150, 300, 50, '#8d99ae') +
    box(40, 62, 190, 88, '#e85d04', 'rx="10"') +
    box(206, 82, 40, 68, '#e85d04', 'rx="8"') +
    box(54, 74, 120, 40, '#fff3b0') +
    many(6, (i) => disc(66 + i * 19, 94, 7, ['#06d6a0', '#118ab2', '#ef476f'][i % 3] ?? '')) +
    box(212, 90, 28, 26, '#caf0f8') +
    disc(85, 152, 17, '#111') +
    disc(200, 152, 17, '#111') +
    people(4, 0, 120, 200, 46),
  telescope: () =>
    backdrop('#03071e', '#1d3557') +
    many(90, (i) =>
      disc(scattered(i, 0, 300), scattered(i + 500, 0, 140), scattered(i + 900, 0.4, 1.5), '#fff'),
    ) +
    shape('0,160 90,140 300,170 300,200 0,200', '#0b132b') +
    `<g transform="rotate(-38 120 120)">${box(70, 110, 120, 20, '#e0e1dd')}${box(184, 106, 16, 28, '#778da9')}</g>` +
    stroke('M120 125 L95 185 M120 125 L150 185', '#adb5bd', 4) +
    people(1, 40, 80, 200, 70),
  moon: () =>
    backdrop('#000000', '#0a0a14') +
    disc(180, 100, 84, '#e9e6d8') +
    disc(205, 86, 80, '#000', 'opacity="0.25"') +
    many(26, (i) =>
      disc(
        scattered(i, 115, 240),
        scattered(i + 40, 40, 160),
        scattered(i + 80, 2, 11),
        '#b9b4a0',
        'opacity="0.7"',
      ),
    ),
  planets: () =>
    backdrop('#10002b', '#240046', true) +
    disc(0, 100, 60, '#ffba08') +
    many(5, (i) =>
      stroke(
        `M0 ${100 - (70 + i * 38)} a${70 + i * 38} ${70 + i * 38} 0 0 1 0 ${2 * (70 + i * 38)}`,
        '#7b5ea7',
        1,
      ),
    ) +
    disc(66, 64, 6, '#adb5bd') +
    disc(102, 132, 10, '#48cae4') +
    disc(142, 70, 9, '#d00000') +
    disc(172, 150, 22, '#e09f3e') +
    disc(214, 66, 17, '#f4d58d') +
    stroke('M186 74 q28 -2 56 -18', '#ffe8b6', 4),
  rocket: () =>
    backdrop('#f8961e', '#577590') +
    shape('150,10 174,62 126,62', '#e63946') +
    box(126, 60, 48, 84, '#f1faee') +
    disc(150, 88, 12, '#457b9d') +
    shape('126,112 104,152 126,144', '#e63946') +
    shape('174,112 196,152 174,144', '#e63946') +
    shape('132,146 168,146 150,186', '#ffd60a') +
    cloud(70, 186, 24, '#f8f9fa') +
    cloud(228, 188, 26, '#f8f9fa'),
  volcano: () =>
    backdrop('#590d22', '#ff7f51') +
    shape('60,200 130,80 170,80 250,200', '#3c2a21') +
    shape('130,80 170,80 160,120 152,104 146,150 140,108', '#ffba08') +
    many(30, (i) =>
      disc(150 + scattered(i, -60, 60), scattered(i + 3, 5, 78), scattered(i + 60, 1, 5), '#ffd60a'),
    ) +
    cloud(110, 30, 22, '#6d6875'),
  pond: () =>
    backdrop('#b7e4c7', '#52b788') +
    `<ellipse cx="150" cy="150" rx="170" ry="48" fill="#4895ef"/>` +
    [30, 92, 214, 268].map((x, i) => tree(x, 112 + (i % 2) * 8, 80, i % 2 ? '#2d6a4f' : '#40916c')).join('') +
    many(
      6,
      (i) => `<ellipse cx="${60 + i * 36}" cy="${scattered(i, 135, 180)}" rx="13" ry="5" fill="#95d5b2"/>`,
    ) +
    people(3, 120, 190, 122, 44),
} satisfies Record<string, () => string>
