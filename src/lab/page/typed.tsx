/** A field that shows what is being typed, as it is typed, until it is left: the page is drawn anew meanwhile, many times a second. */
import type { InputHTMLAttributes } from "preact";
import { useState } from "preact/hooks";

interface TypedProps {
  readonly id: string;
  readonly type: "text" | "number" | "date";
  readonly step?: number | "any";
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly size?: number;
  readonly maxLength?: number;
  readonly "aria-describedby"?: string;
  readonly value: string | number;
  /** Given every letter instead of what stands there at the end. */
  readonly isLive?: boolean;
  readonly take: (value: string, input: HTMLInputElement) => void;
}

/** Of a year of which the first digits have been typed, a field of dates makes one of the first thousand. */
const isBegun = (value: string, type: string): boolean => type === "date" && value.startsWith("0");

export function Typed({ value, isLive = false, take, ...attributes }: TypedProps) {
  const [draft, keep] = useState<string | undefined>(undefined);
  return (
    <input
      // Which attributes go with which type is known to whoever uses it.
      {...(attributes as InputHTMLAttributes<HTMLInputElement>)}
      value={draft ?? value}
      onInput={({ currentTarget }) => {
        keep(currentTarget.value);
        if (isLive) take(currentTarget.value, currentTarget);
      }}
      onChange={({ currentTarget }) => {
        if (!isLive && !isBegun(currentTarget.value, attributes.type)) take(currentTarget.value, currentTarget);
      }}
      onBlur={() => keep(undefined)}
    />
  );
}
