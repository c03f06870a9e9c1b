import type { Look } from "#shared/look.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import type { Device } from "../device/device.ts";
import { KeyCap } from "../keys/key-cap.tsx";
import type { Lesson } from "./lessons.ts";

/** The other one in the pictures looks unlike oneself. */
function otherLook(look: Look): Look {
  return { color: (look.color + 5) % 12, pattern: (look.pattern + 2) % 6, hat: 0 };
}

/** One picture of the poster. */
export function LessonCard({ lesson, device }: { lesson: Lesson; device: Device }) {
  const preferences = useStore("preferences");
  const look = preferences.settings.value.look;
  return (
    <li class={`lesson lesson-${lesson.id}`}>
      <div class="lesson-picture" aria-hidden="true">
        <svg viewBox="0 0 160 100" aria-hidden="true">
          <path class="lesson-rock" d="M10 66q70 18 140 0l-6 14q-8 12-40 14H56q-32-2-40-14Z" />
          <ellipse class="lesson-grass" cx="80" cy="58" rx="71" ry="34" />
          {lesson.strokes.map((stroke) => (
            <path key={stroke.d} class={`pen-${stroke.pen}`} d={stroke.d} />
          ))}
          {lesson.id === "fall" && (
            <text class="lesson-wobble" x="46" y="66">
              {t(($) => $.units.percent, { value: 120 })}
            </text>
          )}
        </svg>
        {lesson.actors.map((actor) => (
          <span
            key={actor.who}
            class={`lesson-actor ${actor.pose ? `actor-${actor.pose}` : ""}`}
            style={`left:${actor.x}%;top:${actor.y}%`}
          >
            <Avatar look={actor.who === "self" ? look : otherLook(look)} />
          </span>
        ))}
      </div>
      <h3>{t(($) => $.help.lessons[lesson.id].title)}</h3>
      <p>{t(($) => $.help.lessons[lesson.id].text)}</p>
      <div class="lesson-how">
        <How lesson={lesson} device={device} />
      </div>
    </li>
  );
}

function How({ lesson, device }: { lesson: Lesson; device: Device }) {
  const preferences = useStore("preferences");
  const { bindings } = preferences.settings.value;
  if (device !== "keys")
    return <span class="lesson-word">{t(($) => $.help.lessons[lesson.id][device])}</span>;
  if (lesson.keys === "none") return <span class="lesson-word">{t(($) => $.help.stayOn)}</span>;
  if (lesson.keys === "pointer") return <span class="lesson-word">{t(($) => $.help.pointWithMouse)}</span>;
  const single = lesson.keys.length === 1;
  const codes = lesson.keys.flatMap((control) =>
    single ? bindings[control] : bindings[control].slice(0, 1),
  );
  return (
    <>
      {lesson.hold && <span class="lesson-word">{t(($) => $.help.hold)}</span>}
      {codes.map((code) => (
        <KeyCap key={code} code={code} />
      ))}
      {codes.length === 0 && <span class="lesson-word">{t(($) => $.help.noKey)}</span>}
    </>
  );
}
