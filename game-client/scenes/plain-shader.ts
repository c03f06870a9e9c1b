import Phaser from "phaser";

type Batch = Phaser.Renderer.WebGL.RenderNodes.BatchHandlerQuad;

/** What the shader of sprites does with a texture: sprites of this game are faded, but never tinted. */
const FADE = { name: "Fade", additions: { fragmentProcess: "fragColor *= outTint.a;" }, tags: ["TINT"] };

/** Takes the many ways of tinting out of the shaders of sprites: a third of what a pixel costs in software. */
export function usePlainShaders(renderer: Phaser.Renderer.WebGL.WebGLRenderer): void {
  for (const name of ["BatchHandlerQuad", "BatchHandlerQuadSingle"]) {
    const node = renderer.renderNodes.getNode(name);
    if (node instanceof Phaser.Renderer.WebGL.RenderNodes.BatchHandlerQuad) {
      node.programManager.replaceAddition("Tint", FADE);
      keepProgram(node);
    }
  }
}

/**
 * Keeps the program of a batch until its shader changes. Phaser writes part of its source, and looks for it by all of its
 * parts' names, for each draw call: more garbage than the rest of the page makes.
 */
function keepProgram(node: Batch): void {
  const { programManager } = node;
  const finalize = node.finalizeTextureCount.bind(node);
  const update = node.updateShaderConfig.bind(node);
  const look = programManager.getCurrentProgramSuite.bind(programManager);
  let written: number | undefined;
  let program: ReturnType<typeof look> = null;
  node.finalizeTextureCount = (count) => {
    if (count === written) return;
    finalize(count);
    written = count;
    program = null;
  };
  node.updateShaderConfig = () => {
    update();
    written = undefined;
    program = null;
  };
  programManager.getCurrentProgramSuite = () => {
    // One that is still being compiled is null, and looked for again.
    program ??= look();
    return program;
  };
}
