import { join } from "node:path";
import type { Plugin } from "vite";

const SOURCES = join(import.meta.dirname, "../node_modules/phaser/src");

/** What the game uses of Phaser as values, by name: the file in Phaser's sources, and its member if it is not all of it. */
export const PHASER_PARTS: Readonly<Record<string, string>> = {
  AUTO: "const#AUTO",
  CANVAS: "const#CANVAS",
  Game: "core/Game",
  "GameObjects.Container": "gameobjects/container/Container",
  "BlendModes.NORMAL": "renderer/BlendModes#NORMAL",
  "BlendModes.SKIP_CHECK": "renderer/BlendModes#SKIP_CHECK",
  "GameObjects.Image": "gameobjects/image/Image",
  "GameObjects.Shader": "gameobjects/shader/Shader",
  "Renderer.WebGL.RenderNodes.BatchHandlerQuad": "renderer/webgl/renderNodes/BatchHandlerQuad",
  "Renderer.WebGL.WebGLRenderer": "renderer/webgl/WebGLRenderer",
  "Scale.NONE": "scale/const/SCALE_MODE_CONST#NONE",
  "ScaleModes.DEFAULT": "renderer/ScaleModes#DEFAULT",
  Scene: "scene/Scene",
};

/** What a scene of the game uses of what a file of Phaser's adds to every scene when it is loaded. */
export const SCENE_PARTS: Readonly<Record<string, string>> = {
  add: "gameobjects/GameObjectFactory",
  "add.layer": "gameobjects/layer/LayerFactory",
  cameras: "cameras/2d/CameraManager",
};

/**
 * What Phaser needs itself, and before the parts: its files require each other in circles, which come out even when its
 * game and then all of its renderer are loaded first.
 */
const FIRST = [
  "core/Game",
  "renderer/index",
  "events/EventEmitter",
  "gameobjects/DisplayList",
  "gameobjects/UpdateList",
];

/** Optional features by the constants that Phaser's own build decides upon. */
const FEATURES: Readonly<Record<string, boolean>> = {
  WEBGL_RENDERER: true,
  CANVAS_RENDERER: true,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
  WEBGL_DEBUG: false,
};

/**
 * Puts only the parts of Phaser that the game uses into the built page: its own package is one file of everything, of
 * which nothing can be left out. In development, that file is used as it is.
 */
export function slimPhaser(): Plugin {
  const id = "\0phaser";
  return {
    name: "slim-phaser",
    apply: "build",
    enforce: "pre",
    resolveId: (source) => (source === "phaser" ? id : undefined),
    load: (loaded) => (loaded === id ? writeEntry() : undefined),
    transform(code, path) {
      if (!path.startsWith(SOURCES)) return undefined;
      const built = code.replace(/\btypeof ([A-Z_0-9]+)\b/g, (all, name) => String(FEATURES[name] ?? all));
      // No map of its own: lines stay what they are.
      return { code: built, map: null };
    },
  };
}

/** A module whose default export has the parts at their names. */
function writeEntry(): string {
  const imports = [...FIRST, ...Object.values(SCENE_PARTS)].map((file) => `import ${pathOf(file)};`);
  const tree: Tree = {};
  Object.entries(PHASER_PARTS).forEach(([name, part], index) => {
    const [file = "", member] = part.split("#");
    imports.push(`import part${index} from ${pathOf(file)};`);
    plant(tree, name.split("."), `part${index}${member === undefined ? "" : `.${member}`}`);
  });
  return `${imports.join("\n")}\nexport default ${print(tree)};\n`;
}

interface Tree {
  [name: string]: Tree | string;
}

function plant(tree: Tree, [name = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const branch = tree[name] ?? {};
  if (typeof branch === "string") throw new Error(`${name} is a part of Phaser and has parts at once.`);
  tree[name] = branch;
  plant(branch, rest, value);
}

function print(tree: Tree | string): string {
  if (typeof tree === "string") return tree;
  return `{${Object.entries(tree).map(([name, branch]) => `${name}: ${print(branch)}`)}}`;
}

function pathOf(file: string): string {
  return JSON.stringify(join(SOURCES, `${file}.js`));
}
