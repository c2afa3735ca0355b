import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ApiError } from '../../net/api.ts'
import { interruptedFileName, uploadModel } from '../../net/upload.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import classes from './model-panel.module.css'

const ENDINGS = ['.glb', '.gltf', '.zip', '.obj', '.fbx', '.usdz']
const MAX_BYTES = 512 * 1024 * 1024

const refusalOf = (file: File): ApiError | undefined => {
  if (!ENDINGS.some((ending) => file.name.toLowerCase().endsWith(ending)))
    return new ApiError('unsupported_format')
  return file.size > MAX_BYTES ? new ApiError('too_large') : undefined
}

/** Where a model is dropped or chosen. */
export const DropZone = ({ productId, first }: { productId: string; first: boolean }) => {
  const intl = useIntl()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<ApiError>()
  const interrupted = useQuery({
    queryKey: ['interrupted-upload', productId],
    queryFn: async () => (await interruptedFileName(productId)) ?? null,
  })
  const take = (file: File | undefined) => {
    if (!file) return
    const refused = refusalOf(file)
    setRefusal(refused)
    if (!refused) void uploadModel(productId, file)
  }
  return (
    <>
      <div
        className={`${classes.drop} ${over ? classes.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <Button
          variant={first ? 'filled' : 'outline'}
          color={first ? 'madder' : 'ink.9'}
          onClick={() => input.current?.click()}
        >
          {first ? (
            <FormattedMessage id="exhibitor.upload.choose" defaultMessage="Choose a 3D model" />
          ) : (
            <FormattedMessage id="exhibitor.upload.another" defaultMessage="Upload another version" />
          )}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={intl.formatMessage({ id: 'exhibitor.upload.file', defaultMessage: '3D model file' })}
          accept={ENDINGS.join(',')}
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <Text className={classes.hint}>
          <FormattedMessage
            id="exhibitor.upload.hint"
            defaultMessage="Or drop it here: GLB, glTF with its files in one zip, OBJ, FBX or USDZ, up to 512 MB. A lost line or a reload does no harm."
          />
        </Text>
      </div>
      {interrupted.data && (
        <Text mt="sm" role="status">
          <FormattedMessage
            id="exhibitor.upload.interrupted"
            defaultMessage="The upload of {fileName} stopped halfway. Choose the same file and it goes on from there."
            values={{ fileName: interrupted.data }}
          />
        </Text>
      )}
      <ErrorText error={refusal} />
    </>
  )
}
