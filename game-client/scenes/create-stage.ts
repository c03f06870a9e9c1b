import Phaser from "phaser";
import { PaintThread } from "./arena/paint-thread.ts";
import { Art } from "./sprites/art.ts";
import { FONT_STACK } from "./sprites/glyphs.ts";
import type { Stage, StageOptions } from "./stage.ts";
import { StageScene } from "./stage-scene.ts";

/** Sprites are rasterised for at most this many pixels per tile, and at least for that many. */
const RESOLUTION = { least: 64, most: 112 } as const;
/** Area that is in sight at once (square tiles): see camera-rig.ts. */
const SIGHT_AREA = 273;
/** Finest drawing (device pixels per CSS pixel): beyond it nobody sees the difference, but the GPU does. */
const MAX_DENSITY = 2;

/** Builds the picture behind the page and waits until the first frame can be drawn. */
export async function createStage(options: StageOptions): Promise<Stage> {
  // It loads its file while all the rest is loaded and made.
  const painter = new PaintThread();
  // A font that cannot be fetched is no reason not to play: the next one of the stack is used.
  await document.fonts.load(`800 16px ${FONT_STACK}`).catch(() => []);
  const art = await Art.load(wantedResolution());
  const scene = new StageScene(options, art, painter);
  const game = await startGame(options, scene);
  // Asking for it makes the browser lay out the page, and inputs ask twice a frame: the stage does not move but by its size.
  let box = game.canvas.getBoundingClientRect();
  const resize = () => {
    resizeCanvas(game, scene, options);
    box = game.canvas.getBoundingClientRect();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(options.parent);
  scene.onQuality = resize;
  const unsubscribe = options.settings.subscribe(resize);
  await scene.prepare();
  return {
    renderer: game.renderer instanceof Phaser.Renderer.WebGL.WebGLRenderer ? "webgl" : "canvas",
    show: (view) => scene.show(view),
    tell: (speech) => scene.tell(speech),
    toScreen(x, y) {
      const scale = scene.rig.zoom / scene.density;
      return {
        x: box.left + box.width / 2 + (x - scene.rig.x) * scale,
        y: box.top + box.height / 2 + (y - scene.rig.y) * scale,
      };
    },
    get speeches() {
      return scene.speeches;
    },
    get framesPerSecond() {
      return game.loop.actualFps;
    },
    destroy() {
      unsubscribe();
      observer.disconnect();
      scene.dispose();
      game.destroy(true);
      // The game goes with its next frame; what is seen of it goes now.
      game.canvas.remove();
    },
  };
}

async function startGame(options: StageOptions, scene: StageScene): Promise<Phaser.Game> {
  const game = new Phaser.Game({
    type: options.renderer === "canvas" ? Phaser.CANVAS : Phaser.AUTO,
    parent: options.parent,
    width: Math.max(1, options.parent.clientWidth),
    height: Math.max(1, options.parent.clientHeight),
    scale: { mode: Phaser.Scale.NONE },
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    // One texture per draw call: shaders that choose among many read all of them for each pixel on slow machines.
    render: { antialiasGL: false, maxTextures: 1, powerPreference: "high-performance" },
    autoFocus: false,
    scene,
  });
  await scene.created;
  return game;
}

/** Fits the canvas to its parent at the density of the screen. */
function resizeCanvas(game: Phaser.Game, scene: StageScene, options: StageOptions): void {
  const { clientWidth, clientHeight } = options.parent;
  if (clientWidth === 0 || clientHeight === 0) return;
  const most = scene.quality === "low" ? 1 : MAX_DENSITY;
  scene.density = Math.min(most, window.devicePixelRatio);
  const width = Math.round(clientWidth * scene.density);
  const height = Math.round(clientHeight * scene.density);
  game.canvas.style.width = `${clientWidth}px`;
  game.canvas.style.height = `${clientHeight}px`;
  if (game.scale.width !== width || game.scale.height !== height) game.scale.resize(width, height);
}

/** Pixels per tile that this screen can show. */
function wantedResolution(): number {
  const density = Math.min(MAX_DENSITY, window.devicePixelRatio);
  const tile = Math.sqrt((screen.width * screen.height) / SIGHT_AREA) * density;
  return Math.round(Math.min(RESOLUTION.most, Math.max(RESOLUTION.least, tile)));
}
