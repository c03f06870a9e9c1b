import { expect, it } from "vitest";
import { CourseWriter } from "#client/session/course.ts";
import { createCourseStore } from "#client/session/stores/course.ts";
import { COMEBACK } from "#shared/mode-tunables.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import { ThingState } from "#shared/state/thing-state.ts";
import { ticks } from "#shared/tunables.ts";

function openCourse() {
  const state = new ArenaState();
  const course = createCourseStore();
  const look = { color: 1, pattern: 0, hat: 0 };
  const writer = new CourseWriter(course, (id) =>
    id === "bob" ? { name: "Bob", look, self: false, team: NO_TEAM } : undefined,
  );
  const put = (id: string, kind: string): ThingState => {
    const thing = Object.assign(new ThingState(), { kind });
    state.things.set(id, thing);
    return thing;
  };
  return { state, course, put, patch: () => writer.patch(state), tell: writer.tell.bind(writer) };
}

it("a course tells of the round and of the seconds until the ring that shakes sinks", () => {
  const { state, course, patch } = openCourse();
  Object.assign(state, { round: 2, tick: 100, sinksAt: 100 + 3 * 50 });
  patch();
  expect([course.round.value, course.sinksIn.value]).toEqual([2, 3]);
  state.tick = 249;
  patch();
  expect(course.sinksIn.value).toBe(1);
  state.sinksAt = 0;
  patch();
  expect(course.sinksIn.value).toBe(0);
});

it("a course tells who wears the crown, and nothing anew while that stays so", () => {
  const { course, put, patch } = openCourse();
  const crown = put("1", "crown");
  patch();
  expect(course.bearer.value).toBeUndefined();
  crown.owner = "bob";
  patch();
  const { value } = course.bearer;
  expect(value).toMatchObject({ id: "bob", name: "Bob", self: false });
  patch();
  expect(course.bearer.value).toBe(value);
  crown.owner = "";
  patch();
  expect(course.bearer.value).toBeUndefined();
});

it("a course tells which team holds each zone, and nothing of where zones will be next", () => {
  const { course, put, patch } = openCourse();
  const zone = put("1", "zone");
  put("2", "zone-next").owner = "1";
  patch();
  expect(course.zones.value).toEqual([{ id: "1", team: NO_TEAM }]);
  zone.owner = "1";
  patch();
  const { value } = course.zones;
  expect(value).toEqual([{ id: "1", team: 1 }]);
  patch();
  expect(course.zones.value).toBe(value);
});

it("a course keeps what was called out last, each with a key of its own", () => {
  const { course, tell } = openCourse();
  tell({ type: "out", tick: 1, id: "bob" });
  expect([course.said.value?.key, course.said.value?.text()]).toEqual([0, "Bob is out"]);
  tell({ type: "respawn", tick: 2, id: "bob", x: 0, y: 0 });
  tell({ type: "sink", tick: 3, ring: 0, phase: 1 });
  expect([course.said.value?.key, course.said.value?.text()]).toEqual([1, "The rim sinks!"]);
});

it("a course calls out once what helps whoever is behind when the last part of a match begins, and again in the next match", () => {
  const { state, course, patch } = openCourse();
  Object.assign(state, { mode: "push-ball", phase: "playing", timeLimit: 240, endsAt: 12_000 });
  state.tick = 12_000 - ticks(COMEBACK.time) - 1;
  patch();
  expect(course.said.value).toBeUndefined();
  state.tick += 1;
  patch();
  const { value } = course.said;
  expect(value?.text()).toBe("30 seconds: goals of the team behind count twice!");
  state.tick += 100;
  patch();
  expect(course.said.value).toBe(value);
  Object.assign(state, { phase: "results", endsAt: 12_500 });
  patch();
  Object.assign(state, { phase: "playing", mode: "brawl", endsAt: state.tick + 100 });
  patch();
  expect(course.said.value?.text()).toBe("30 seconds: get the leader!");
});

it("a course calls out match point once the ball is back, and says whose goals count twice as long as they do", () => {
  const { state, course, patch } = openCourse();
  Object.assign(state, { mode: "push-ball", phase: "playing", timeLimit: 240, endsAt: 12_000, tick: 100 });
  state.teamPoints.push(1, 1);
  patch();
  expect(course.twice.value).toBe(NO_TEAM);
  state.teamPoints[0] = 2;
  state.ball.out = 100;
  patch();
  expect([course.twice.value, course.said.value]).toEqual([1, undefined]);
  state.ball.out = 0;
  patch();
  const { value } = course.said;
  expect(value?.text()).toMatch(/^Match point: goals of .+ count twice!$/);
  patch();
  expect(course.said.value).toBe(value);
  state.teamPoints[1] = 3;
  patch();
  expect(course.twice.value).toBe(NO_TEAM);
});

it("a course says nothing of the last part in a mode that the page does not know", () => {
  const { state, course, patch } = openCourse();
  Object.assign(state, { mode: "chess", phase: "playing", timeLimit: 240, endsAt: 100, tick: 50 });
  patch();
  expect(course.said.value).toBeUndefined();
});
