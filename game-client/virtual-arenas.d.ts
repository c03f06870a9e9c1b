/** Made by `tools/packed-arenas.ts` when the page is built. */
declare module "virtual:arenas" {
  export const PACKED: readonly import("#shared/arena/packed-arena.ts").PackedArena[];
}
