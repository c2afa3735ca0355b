import { BackgroundTransformer, ProcessorWrapper, VideoTransformer } from '@livekit/track-processors'
import { ImageSegmenter } from '@mediapipe/tasks-vision'
// MediaPipe's own model of people at a desk, with what it must be told about pictures; no package of its makers has it.
import model from '@twilio/video-processors/dist/build/selfie_segmentation_landscape.tflite?url'
import loader from 'vision-wasm/vision_wasm_internal.js?url'
import code from 'vision-wasm/vision_wasm_internal.wasm?url'
import { BlurError } from '../devices.ts'

/** Of the picture's own pixels. */
const RADIUS_PX = 24

type Init = Parameters<BackgroundTransformer['init']>[0]
type Pictures = TransformStreamDefaultController<VideoFrame>

/** Lets a picture go on only where it was blurred: without a mask the library would let it through as it came. */
class StrictTransformer extends BackgroundTransformer {
  // The library's first picture is the camera's own.
  override isFirstFrame = false

  override async init(options: Init): Promise<void> {
    await VideoTransformer.prototype.init.call(this, options)
    this.imageSegmenter = await ImageSegmenter.createFromOptions(
      { wasmLoaderPath: loader, wasmBinaryPath: code },
      {
        // The model is small: without a GPU of its own this is faster, and it begins sooner than shaders are compiled.
        baseOptions: { modelAssetPath: model, delegate: 'CPU' },
        ...(this.canvas && { canvas: this.canvas }),
        runningMode: 'VIDEO',
        outputCategoryMask: true,
        outputConfidenceMasks: false,
      },
    )
    this.gl?.setBlurRadius(RADIUS_PX)
  }

  override async transform(frame: VideoFrame, pictures: Pictures): Promise<void> {
    this.segmentationResults = undefined
    const enqueue = (picture: VideoFrame) => {
      if (picture !== frame && this.segmentationResults) pictures.enqueue(picture)
      else picture.close()
    }
    await super.transform(frame, { enqueue } as Pictures)
  }
}

class BlurProcessor extends ProcessorWrapper<{ blurRadius: number }, StrictTransformer> {
  override async init(...options: Parameters<ProcessorWrapper<{ blurRadius: number }>['init']>) {
    await super.init(...options).catch((cause: unknown) => {
      throw new BlurError('', { cause })
    })
  }
}

export const createBlurProcessor = () =>
  new BlurProcessor(new StrictTransformer({ blurRadius: RADIUS_PX }), 'blur')
