/**
 * Every finding and failure of the asset pipeline: its stable code and the English sentence (ICU placeholders),
 * which names the cause and, for failures, the cure. The client keeps the same codes in its message catalogues.
 */
export const ASSET_NOTE_SENTENCES = {
  // Failures: the file itself
  empty_file: 'The file is empty. Export the model again and upload the new file.',
  unsupported_format:
    'This kind of file cannot be read: {fileName}. Upload GLB, glTF (zipped with its files), OBJ, FBX or USDZ.',
  too_large_to_parse:
    'The model is {mb} MB, more than the {limitMb} MB that can be processed in the format {format}. Reduce its triangles or textures, or export it as GLB.',
  declared_too_large:
    'The model declares {mb} MB of geometry, more than {limitMb} MB. Reduce its triangles and export it again.',
  too_many_triangles:
    'The model draws {triangles} triangles, more than {limit}. Reduce it in your program and export it again.',
  image_too_large:
    'The picture {name} has {megapixels} megapixels, more than {limit}. Save it with at most 8192 x 8192 pixels.',
  memory_exceeded:
    'Processing needed more than {limitMb} MB of memory (step: {step}). Reduce triangles or texture sizes and upload again.',
  time_exceeded:
    'Processing took longer than {limitSeconds} seconds (step: {step}). Reduce the model and upload it again.',
  reader_stopped:
    'The file made the reader stop (step: {step}); it is probably damaged. Open it in your 3D program, export it as GLB and upload that.',
  cancelled: 'Processing was cancelled.',
  not_finished: 'Processing did not finish, although it was started several times. Try again; if it stays so, export the model with fewer triangles and smaller textures.',

  // Failures: archives
  zip_unreadable: 'The zip archive is damaged ({reason}). Pack the files again.',
  zip_too_many_entries: 'The archive holds {entries} files, more than {limit}. Pack only the model and its textures.',
  zip_too_large: 'The archive unpacks to more than {limitMb} MB. Pack only the model and its textures.',
  zip_ratio: 'The file {name} in the archive is compressed more than {limit} to 1, as only zip bombs are.',
  zip_encrypted: 'The file {name} in the archive is protected by a password. Pack it without one.',
  zip_link: 'The archive holds a link instead of a file: {name}. Pack the file itself.',
  zip_bad_path: 'The archive holds a file with a path that leaves its folder: {name}. Pack it again without such paths.',
  zip_no_model: 'The archive holds no model. Put a GLB, glTF, OBJ, FBX or USDZ file into it.',
  zip_many_models: 'The archive holds {count} models ({names}). Upload each of them in an archive of its own.',

  // Failures: glTF
  gltf_unreadable: 'The glTF file cannot be read ({reason}). Export it again.',
  gltf_truncated: 'The GLB file ends too early: {bytes} of {expected} bytes. Upload it again or export it anew.',
  gltf_version: 'glTF {version} is not supported. Export the model as glTF 2.0.',
  gltf_structure: 'The glTF file breaks the format at {where}. Export it again, with another exporter if need be.',
  gltf_invalid: 'The glTF file is not valid: {rule} at {where}, {errors} errors in all. Export it again.',
  json_too_large: 'The description inside the glTF file is {mb} MB, more than {limitMb} MB. Merge meshes and nodes.',
  too_many_nodes: 'The model has {nodes} nodes, more than {limit}. Merge its parts and export it again.',
  too_deep: 'The parts of the model are nested {depth} levels deep, more than {limit}. Flatten the hierarchy.',
  node_cycle: 'Node {node} of the model contains itself or has two parents. Export the model again.',
  outside_uri: 'The model refers to a file outside its package: {uri}. Put all files into one zip with relative paths.',
  missing_file: 'The model needs the file {name}, which was not uploaded. Zip the model with all its files.',
  extension_not_supported: 'The model requires the extension {extension}, which is not supported. Export it without.',

  // Failures: other formats and content
  fbx_version:
    'FBX version {version} is too old to be read. Export it anew as FBX 2014 or later (7400), or as GLB.',
  import_failed: 'The {format} file cannot be read ({reason}). Export it again, or as GLB.',
  only_curves:
    'FBX {version}: the file holds only curves or NURBS ({kinds}), no mesh. Convert them to polygons and export again.',
  no_geometry: 'The file holds no surface that could be shown. Check that meshes are included in the export.',
  positions_not_finite: 'The model holds {count} positions that are not numbers. Clean the mesh and export it again.',

  // What was found
  validator_geometry: 'Geometry: the glTF validator reports {rule} ({count} times, first at {where}).',
  validator_material: 'Materials and textures: the glTF validator reports {rule} ({count} times, first at {where}).',
  validator_structure: 'Structure: the glTF validator reports {rule} ({count} times, first at {where}).',
  validator_clean: 'The glTF validator found no errors.',
  textures_missing: '{count, plural, one {# texture was} other {# textures were}} not uploaded: {names}. Zip the model with its textures.',
  texture_unreadable: '{count, plural, one {# picture} other {# pictures}} could not be read and {count, plural, one {was} other {were}} left out: {name}.',
  texture_left_out: '{count} pictures in a format that browsers cannot show were left out.',
  unknown_extension: 'The extension {extension} is not supported and was left out.',

  // What was changed
  unit_from_file: 'The file states its unit: {unit}. The model was scaled to metres.',
  unit_guessed: 'The model would be {sizeM} m large, so its unit was taken to be {unit}. Check the size.',
  unit_unknown: 'The real size could not be guessed: the model was scaled to 1 m. Set the true size in your program.',
  pivot_moved: 'The pivot was moved to the middle of the bottom, so that the model stands on the floor.',
  normals_computed: 'Normals were missing in {count, plural, one {# mesh} other {# meshes}} and were computed.',
  values_repaired: '{count} normals or texture coordinates were not numbers and were repaired.',
  lines_removed: 'Lines and points ({count}) were left out: only surfaces are shown.',
  animation_removed: 'Animations were left out ({count} tracks): models are shown still.',
  skin_baked: 'A skeleton was baked into the shape, in the pose of the file.',
  morphs_baked: 'Morph targets were baked into the shape, in the pose of the file.',
  triangles_reduced: 'For walking by, the model was reduced from {before} to {after} triangles.',
  textures_reduced: 'Textures were reduced to at most {pixels} pixels.',

  // Targets
  target_met: 'The variant {variant} meets its target: {bytes} bytes, {triangles} triangles.',
  target_missed: 'The variant {variant} misses its target: {bytes} bytes of {limitBytes}, {triangles} triangles of {limitTriangles}.',
} as const // prettier-ignore

export type AssetNoteCode = keyof typeof ASSET_NOTE_SENTENCES

export const ASSET_NOTE_CODES = Object.keys(ASSET_NOTE_SENTENCES) as [AssetNoteCode, ...AssetNoteCode[]]
