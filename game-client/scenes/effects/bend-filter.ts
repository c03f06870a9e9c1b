import Phaser from "phaser";
import type { CameraRig } from "../camera-rig.ts";
import type { Wave } from "./waves.ts";

const NODE = "FilterPushbackBend";
/** Waves that bend at a time: the newest active ones. */
const SLOTS = 4;
/** Largest shift of the picture and thickness of the bent band (tiles). */
const SHIFT = 0.17;
const BAND = 0.55;

/** Each wave is two vectors: centre, aim and radius; then shift, band, cosine of the half angle. */
const SHADER = `#pragma phaserTemplate(shaderName)
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
uniform sampler2D uMainSampler;
uniform float uAspect;
${Array.from({ length: SLOTS }, (_, i) => `uniform vec4 uPlace${i};\nuniform vec4 uForce${i};`).join("\n")}
varying vec2 outTexCoord;
vec2 bend(vec2 p, vec4 place, vec4 force)
{
    vec2 d = p - place.xy;
    float r = length(d) + 0.0001;
    float off = (r - place.w) / force.y;
    float inside = smoothstep(force.z - 0.12, force.z + 0.02, dot(d / r, vec2(cos(place.z), sin(place.z))));
    return d / r * exp(-off * off) * off * 1.8 * force.x * inside;
}
vec4 look(vec2 shift)
{
    return texture2D(uMainSampler, clamp(outTexCoord - shift, 0.001, 0.999));
}
void main()
{
    vec2 p = outTexCoord * vec2(uAspect, 1.0);
    vec2 shift = ${Array.from({ length: SLOTS }, (_, i) => `bend(p, uPlace${i}, uForce${i})`).join(" + ")};
    vec2 uv = vec2(shift.x / uAspect, shift.y);
    gl_FragColor = vec4(look(uv * 1.15).r, look(uv).g, look(uv * 0.85).b, 1.0);
}`;

/** The camera's side of the filter: it is active, and costs something, only while a wave runs. */
class BendController extends Phaser.Filters.Controller {
  readonly places = Array.from({ length: SLOTS }, () => [0, 0, 0, 0]);
  readonly forces = Array.from({ length: SLOTS }, () => [0, 1, 2, 0]);
  aspect = 1;

  constructor(camera: Phaser.Cameras.Scene2D.Camera) {
    super(camera, NODE);
    this.active = false;
  }
}

class BendNode extends Phaser.Renderer.WebGL.RenderNodes.BaseFilterShader {
  constructor(manager: Phaser.Renderer.WebGL.RenderNodes.RenderNodeManager) {
    super(NODE, manager, undefined, SHADER);
  }

  override setupUniforms(controller: Phaser.Filters.Controller): void {
    if (!(controller instanceof BendController)) return;
    this.programManager.setUniform("uAspect", controller.aspect);
    for (let i = 0; i < SLOTS; i++) {
      this.programManager.setUniform(`uPlace${i}`, controller.places[i]);
      this.programManager.setUniform(`uForce${i}`, controller.forces[i]);
    }
  }
}

/** Bends the whole picture where shock waves run. Only for WebGL. */
export class Bend {
  readonly #camera: Phaser.Cameras.Scene2D.Camera;
  readonly #controller: BendController;

  constructor(scene: Phaser.Scene, renderer: Phaser.Renderer.WebGL.WebGLRenderer) {
    this.#camera = scene.cameras.main;
    if (!renderer.renderNodes.hasNode(NODE)) {
      renderer.renderNodes.addNodeConstructor(NODE, BendNode);
    }
    this.#controller = new BendController(this.#camera);
    this.#camera.filters.external.add(this.#controller);
  }

  /** Takes over the waves of this frame; none of them when not `wanted`. */
  update(waves: readonly Wave[], rig: CameraRig, wanted: boolean): void {
    const { width, height } = this.#camera;
    const tile = rig.zoom / height;
    let used = 0;
    if (wanted) {
      for (const wave of waves) {
        if (!wave.active || used === SLOTS) continue;
        const place = this.#controller.places[used];
        const force = this.#controller.forces[used];
        used++;
        if (!place || !force) continue;
        const fade = 1 - (wave.age / wave.life) ** 2;
        place[0] = (width / 2 + (wave.x - rig.x) * rig.zoom) / height;
        place[1] = 0.5 - (wave.y - rig.y) * tile;
        place[2] = -wave.aim;
        place[3] = wave.radius * tile;
        force[0] = SHIFT * tile * wave.strength * fade;
        force[1] = BAND * (0.7 + wave.strength) * tile;
        force[2] = wave.half >= Math.PI ? -2 : Math.cos(wave.half);
      }
    }
    for (let i = used; i < SLOTS; i++) {
      const force = this.#controller.forces[i];
      if (force) force[0] = 0;
    }
    this.#controller.aspect = width / height;
    this.#controller.active = used > 0;
  }
}
