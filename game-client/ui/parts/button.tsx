import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export interface ButtonProps {
  children?: ComponentChildren;
  icon?: IconName;
  /** Sun is the one thing to do on a screen, ghost is beside the point. */
  kind?: "sun" | "sky" | "ghost" | "coral";
  /** Spoken name of a button without words. */
  label?: string;
  testId?: string;
  class?: string;
  disabled?: boolean;
  /** Of a button that stays down or up. */
  pressed?: boolean;
  type?: "button" | "submit";
  /** Sound of the click; "uiClick" without. */
  cue?: "uiMove" | "uiBack";
  autofocus?: boolean;
  /** Escape, and B on a gamepad, press it where no dialogue is open. */
  wayBack?: boolean;
  onClick?: () => void;
}

/** A chunky button that gives way when it is pressed. */
export function Button(props: ButtonProps) {
  const bare = props.children === undefined;
  return (
    <button
      type={props.type ?? "button"}
      class={`button button-${props.kind ?? "sky"} ${bare ? "button-bare" : ""} ${props.class ?? ""}`}
      disabled={props.disabled ?? false}
      autofocus={props.autofocus ?? false}
      aria-label={props.label}
      aria-pressed={props.pressed}
      title={bare ? props.label : undefined}
      data-testid={props.testId}
      data-cue={props.cue}
      data-way-back={props.wayBack}
      onClick={props.onClick}
    >
      {props.icon && <Icon name={props.icon} />}
      {!bare && <span>{props.children}</span>}
    </button>
  );
}
