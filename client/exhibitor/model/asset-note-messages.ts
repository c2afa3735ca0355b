import { defineMessages, type MessageDescriptor } from 'react-intl'
import type { AssetNoteCode } from '#shared/model/asset-notes.ts'

/** The sentences of shared/model/asset-notes.ts as messages; a test holds the two together. */
export const assetNoteMessages = defineMessages({
  empty_file: {
    id: 'assetNote.empty_file',
    defaultMessage: 'The file is empty. Export the model again and upload the new file.',
  },
  unsupported_format: {
    id: 'assetNote.unsupported_format',
    defaultMessage:
      'This kind of file cannot be read: {fileName}. Upload GLB, glTF (zipped with its files), OBJ, FBX or USDZ.',
  },
  too_large_to_parse: {
    id: 'assetNote.too_large_to_parse',
    defaultMessage:
      'The model is {mb} MB, more than the {limitMb} MB that can be processed in the format {format}. Reduce its triangles or textures, or export it as GLB.',
  },
  declared_too_large: {
    id: 'assetNote.declared_too_large',
    defaultMessage:
      'The model declares {mb} MB of geometry, more than {limitMb} MB. Reduce its triangles and export it again.',
  },
  too_many_triangles: {
    id: 'assetNote.too_many_triangles',
    defaultMessage:
      'The model draws {triangles} triangles, more than {limit}. Reduce it in your program and export it again.',
  },
  image_too_large: {
    id: 'assetNote.image_too_large',
    defaultMessage:
      'The picture {name} has {megapixels} megapixels, more than {limit}. Save it with at most 8192 x 8192 pixels.',
  },
  memory_exceeded: {
    id: 'assetNote.memory_exceeded',
    defaultMessage:
      'Processing needed more than {limitMb} MB of memory (step: {step}). Reduce triangles or texture sizes and upload again.',
  },
  time_exceeded: {
    id: 'assetNote.time_exceeded',
    defaultMessage:
      'Processing took longer than {limitSeconds} seconds (step: {step}). Reduce the model and upload it again.',
  },
  reader_stopped: {
    id: 'assetNote.reader_stopped',
    defaultMessage:
      'The file made the reader stop (step: {step}); it is probably damaged. Open it in your 3D program, export it as GLB and upload that.',
  },
  cancelled: { id: 'assetNote.cancelled', defaultMessage: 'Processing was cancelled.' },
  not_finished: {
    id: 'assetNote.not_finished',
    defaultMessage:
      'Processing did not finish, although it was started several times. Try again; if it stays so, export the model with fewer triangles and smaller textures.',
  },
  zip_unreadable: {
    id: 'assetNote.zip_unreadable',
    defaultMessage: 'The zip archive is damaged ({reason}). Pack the files again.',
  },
  zip_too_many_entries: {
    id: 'assetNote.zip_too_many_entries',
    defaultMessage:
      'The archive holds {entries} files, more than {limit}. Pack only the model and its textures.',
  },
  zip_too_large: {
    id: 'assetNote.zip_too_large',
    defaultMessage: 'The archive unpacks to more than {limitMb} MB. Pack only the model and its textures.',
  },
  zip_ratio: {
    id: 'assetNote.zip_ratio',
    defaultMessage:
      'The file {name} in the archive is compressed more than {limit} to 1, as only zip bombs are.',
  },
  zip_encrypted: {
    id: 'assetNote.zip_encrypted',
    defaultMessage: 'The file {name} in the archive is protected by a password. Pack it without one.',
  },
  zip_link: {
    id: 'assetNote.zip_link',
    defaultMessage: 'The archive holds a link instead of a file: {name}. Pack the file itself.',
  },
  zip_bad_path: {
    id: 'assetNote.zip_bad_path',
    defaultMessage:
      'The archive holds a file with a path that leaves its folder: {name}. Pack it again without such paths.',
  },
  zip_no_model: {
    id: 'assetNote.zip_no_model',
    defaultMessage: 'The archive holds no model. Put a GLB, glTF, OBJ, FBX or USDZ file into it.',
  },
  zip_many_models: {
    id: 'assetNote.zip_many_models',
    defaultMessage:
      'The archive holds {count} models ({names}). Upload each of them in an archive of its own.',
  },
  gltf_unreadable: {
    id: 'assetNote.gltf_unreadable',
    defaultMessage: 'The glTF file cannot be read ({reason}). Export it again.',
  },
  gltf_truncated: {
    id: 'assetNote.gltf_truncated',
    defaultMessage:
      'The GLB file ends too early: {bytes} of {expected} bytes. Upload it again or export it anew.',
  },
  gltf_version: {
    id: 'assetNote.gltf_version',
    defaultMessage: 'glTF {version} is not supported. Export the model as glTF 2.0.',
  },
  gltf_structure: {
    id: 'assetNote.gltf_structure',
    defaultMessage:
      'The glTF file breaks the format at {where}. Export it again, with another exporter if need be.',
  },
  gltf_invalid: {
    id: 'assetNote.gltf_invalid',
    defaultMessage: 'The glTF file is not valid: {rule} at {where}, {errors} errors in all. Export it again.',
  },
  json_too_large: {
    id: 'assetNote.json_too_large',
    defaultMessage:
      'The description inside the glTF file is {mb} MB, more than {limitMb} MB. Merge meshes and nodes.',
  },
  too_many_nodes: {
    id: 'assetNote.too_many_nodes',
    defaultMessage: 'The model has {nodes} nodes, more than {limit}. Merge its parts and export it again.',
  },
  too_deep: {
    id: 'assetNote.too_deep',
    defaultMessage:
      'The parts of the model are nested {depth} levels deep, more than {limit}. Flatten the hierarchy.',
  },
  node_cycle: {
    id: 'assetNote.node_cycle',
    defaultMessage: 'Node {node} of the model contains itself or has two parents. Export the model again.',
  },
  outside_uri: {
    id: 'assetNote.outside_uri',
    defaultMessage:
      'The model refers to a file outside its package: {uri}. Put all files into one zip with relative paths.',
  },
  missing_file: {
    id: 'assetNote.missing_file',
    defaultMessage:
      'The model needs the file {name}, which was not uploaded. Zip the model with all its files.',
  },
  extension_not_supported: {
    id: 'assetNote.extension_not_supported',
    defaultMessage:
      'The model requires the extension {extension}, which is not supported. Export it without.',
  },
  fbx_version: {
    id: 'assetNote.fbx_version',
    defaultMessage:
      'FBX version {version} is too old to be read. Export it anew as FBX 2014 or later (7400), or as GLB.',
  },
  import_failed: {
    id: 'assetNote.import_failed',
    defaultMessage: 'The {format} file cannot be read ({reason}). Export it again, or as GLB.',
  },
  only_curves: {
    id: 'assetNote.only_curves',
    defaultMessage:
      'FBX {version}: the file holds only curves or NURBS ({kinds}), no mesh. Convert them to polygons and export again.',
  },
  no_geometry: {
    id: 'assetNote.no_geometry',
    defaultMessage:
      'The file holds no surface that could be shown. Check that meshes are included in the export.',
  },
  positions_not_finite: {
    id: 'assetNote.positions_not_finite',
    defaultMessage:
      'The model holds {count} positions that are not numbers. Clean the mesh and export it again.',
  },
  validator_geometry: {
    id: 'assetNote.validator_geometry',
    defaultMessage: 'Geometry: the glTF validator reports {rule} ({count} times, first at {where}).',
  },
  validator_material: {
    id: 'assetNote.validator_material',
    defaultMessage:
      'Materials and textures: the glTF validator reports {rule} ({count} times, first at {where}).',
  },
  validator_structure: {
    id: 'assetNote.validator_structure',
    defaultMessage: 'Structure: the glTF validator reports {rule} ({count} times, first at {where}).',
  },
  validator_clean: { id: 'assetNote.validator_clean', defaultMessage: 'The glTF validator found no errors.' },
  textures_missing: {
    id: 'assetNote.textures_missing',
    defaultMessage:
      '{count, plural, one {# texture was} other {# textures were}} not uploaded: {names}. Zip the model with its textures.',
  },
  texture_unreadable: {
    id: 'assetNote.texture_unreadable',
    defaultMessage:
      '{count, plural, one {# picture} other {# pictures}} could not be read and {count, plural, one {was} other {were}} left out: {name}.',
  },
  texture_left_out: {
    id: 'assetNote.texture_left_out',
    defaultMessage: '{count} pictures in a format that browsers cannot show were left out.',
  },
  unknown_extension: {
    id: 'assetNote.unknown_extension',
    defaultMessage: 'The extension {extension} is not supported and was left out.',
  },
  unit_from_file: {
    id: 'assetNote.unit_from_file',
    defaultMessage: 'The file states its unit: {unit}. The model was scaled to metres.',
  },
  unit_guessed: {
    id: 'assetNote.unit_guessed',
    defaultMessage: 'The model would be {sizeM} m large, so its unit was taken to be {unit}. Check the size.',
  },
  unit_unknown: {
    id: 'assetNote.unit_unknown',
    defaultMessage:
      'The real size could not be guessed: the model was scaled to 1 m. Set the true size in your program.',
  },
  pivot_moved: {
    id: 'assetNote.pivot_moved',
    defaultMessage: 'The pivot was moved to the middle of the bottom, so that the model stands on the floor.',
  },
  normals_computed: {
    id: 'assetNote.normals_computed',
    defaultMessage:
      'Normals were missing in {count, plural, one {# mesh} other {# meshes}} and were computed.',
  },
  values_repaired: {
    id: 'assetNote.values_repaired',
    defaultMessage: '{count} normals or texture coordinates were not numbers and were repaired.',
  },
  lines_removed: {
    id: 'assetNote.lines_removed',
    defaultMessage: 'Lines and points ({count}) were left out: only surfaces are shown.',
  },
  animation_removed: {
    id: 'assetNote.animation_removed',
    defaultMessage: 'Animations were left out ({count} tracks): models are shown still.',
  },
  skin_baked: {
    id: 'assetNote.skin_baked',
    defaultMessage: 'A skeleton was baked into the shape, in the pose of the file.',
  },
  morphs_baked: {
    id: 'assetNote.morphs_baked',
    defaultMessage: 'Morph targets were baked into the shape, in the pose of the file.',
  },
  triangles_reduced: {
    id: 'assetNote.triangles_reduced',
    defaultMessage: 'For walking by, the model was reduced from {before} to {after} triangles.',
  },
  textures_reduced: {
    id: 'assetNote.textures_reduced',
    defaultMessage: 'Textures were reduced to at most {pixels} pixels.',
  },
  target_met: {
    id: 'assetNote.target_met',
    defaultMessage: 'The variant {variant} meets its target: {bytes} bytes, {triangles} triangles.',
  },
  target_missed: {
    id: 'assetNote.target_missed',
    defaultMessage:
      'The variant {variant} misses its target: {bytes} bytes of {limitBytes}, {triangles} triangles of {limitTriangles}.',
  },
} satisfies Record<AssetNoteCode, MessageDescriptor>)
