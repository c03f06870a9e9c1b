import { BALL } from "#shared/ball-tunables.ts";

/** A direction from the middle of the ball; z points at whoever looks. */
export interface Direction {
  x: number;
  y: number;
  z: number;
}

/** How a ball is turned: where its own three axes point. It rolls without slipping. */
export class Turning {
  readonly right: Direction = { x: 1, y: 0, z: 0 };
  readonly down: Direction = { x: 0, y: 1, z: 0 };
  readonly front: Direction = { x: 0, y: 0, z: 1 };

  /** Rolls it over the ground by so much (tiles). */
  roll(dx: number, dy: number): void {
    const way = Math.hypot(dx, dy);
    if (way === 0) return;
    // The axis lies across the way.
    const axis = { x: -dy / way, y: dx / way, z: 0 };
    const angle = way / BALL.radius;
    turn(this.front, axis, angle);
    turn(this.down, axis, angle);
    straighten(this.front, this.down, this.right);
  }

  /** Where a point of its own surface points now, written into `out`. */
  point({ x, y, z }: Readonly<Direction>, out: Direction): Direction {
    const { right, down, front } = this;
    out.x = right.x * x + down.x * y + front.x * z;
    out.y = right.y * x + down.y * y + front.y * z;
    out.z = right.z * x + down.z * y + front.z * z;
    return out;
  }
}

/** Rodrigues' rotation of a direction about an axis. */
function turn(v: Direction, axis: Direction, angle: number): void {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const along = (axis.x * v.x + axis.y * v.y + axis.z * v.z) * (1 - cos);
  const x = v.x * cos + (axis.y * v.z - axis.z * v.y) * sin + axis.x * along;
  const y = v.y * cos + (axis.z * v.x - axis.x * v.z) * sin + axis.y * along;
  const z = v.z * cos + (axis.x * v.y - axis.y * v.x) * sin + axis.z * along;
  v.x = x;
  v.y = y;
  v.z = z;
}

/** Makes two axes square and as long as they should be again, and the third one of them: rounding adds up. */
function straighten(front: Direction, down: Direction, right: Direction): void {
  normalise(front);
  const along = front.x * down.x + front.y * down.y + front.z * down.z;
  down.x -= front.x * along;
  down.y -= front.y * along;
  down.z -= front.z * along;
  normalise(down);
  right.x = down.y * front.z - down.z * front.y;
  right.y = down.z * front.x - down.x * front.z;
  right.z = down.x * front.y - down.y * front.x;
}

function normalise(v: Direction): void {
  const length = Math.hypot(v.x, v.y, v.z);
  v.x /= length;
  v.y /= length;
  v.z /= length;
}
