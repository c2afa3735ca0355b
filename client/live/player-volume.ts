/** False on iOS and iPadOS, where what a page sets is ignored: there sound is made softer by Web Audio. */
export const playersHaveVolume = (): boolean => {
  const player = new Audio()
  player.volume = 0.5
  return player.volume === 0.5
}
