import { createRoot } from 'react-dom/client'
const place = document.getElementById('window')
if (place) createRoot(place).render(<p>kepuri</p>)
