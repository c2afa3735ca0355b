import '@fontsource-variable/noto-sans/wght.css'
import '@fontsource-variable/noto-sans-armenian/wght.css'
import '@fontsource-variable/noto-serif-display/wght.css'
import '@mantine/core/styles.css'
import '../ui-kit/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { Providers } from './providers.tsx'

// zod compiles its parsers with `new Function` where it can; our content policy forbids that.
z.config({ jitless: true })

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  )
