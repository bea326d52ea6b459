/** A world with its titles in the language of the reader. */
import type { WorldInfo } from "../protocol.ts";
import { nameIn } from "./shipped-texts.ts";
import type { Language } from "./texts.ts";

export function worldIn(language: Language, world: WorldInfo): WorldInfo {
  const titled = <T extends { readonly title: string }>(one: T): T => ({ ...one, title: nameIn(language, one.title) });
  const names = Object.entries(world.names).map(([scope, ofScope]) => {
    const titles = new Map(ofScope.map(({ name, title }) => [name, nameIn(language, title)]));
    const named = ofScope.map((one) => {
      if (!one.members) return titled(one);
      return { ...one, title: `${one.name} = ${one.members.map((member) => titles.get(member) ?? member).join(", ")}` };
    });
    return [scope, named] as const;
  });
  return { ...world, places: world.places.map(titled), legs: world.legs.map(titled), names: Object.fromEntries(names) };
}
