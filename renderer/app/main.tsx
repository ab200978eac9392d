import { z } from 'zod'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { contract } from '../../shared/contract.ts'
import { connect } from '../../shared/wire.ts'
import { chooseHost } from '../host/choose-host.ts'
import { App } from './app.tsx'
import { ErrorScreen } from './error-screen.tsx'
import { themeOf } from './theme.ts'
import './tokens.css'
import './app.css'

// Compiled schemas need `eval`, which the page's policy refuses.
z.config({ jitless: true })

const host = chooseHost()
const engine = { host, client: connect(contract, host.port) }
const place = document.getElementById('window')
if (place) {
  createRoot(place).render(
    <ConfigProvider
      locale={zhCN}
      theme={themeOf(document.documentElement)}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component="div" message={{ top: window.innerHeight - 140, maxCount: 2 }}>
        <ErrorScreen host={host}>
          <App engine={engine} />
        </ErrorScreen>
      </AntApp>
    </ConfigProvider>,
  )
  // The desktop takes a page that says nothing for one that cannot be seen.
  host.showProgress?.(undefined)
}
