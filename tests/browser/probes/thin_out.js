// Takes away what the page repeats: of parts that are built alike (of the same kinds of elements, classes and states,
// whatever their texts and number) the first three of the page stay, and one in each place, so every kind of part stays.
// Gives how many parts went.
() => {
  const STATES = ["role", "type", "open", "hidden", "disabled", "checked", "lang", "tabindex", "colspan", "rowspan"];
  const kinds = new Map();
  const kind = element => {
    const states = element.getAttributeNames().filter(name => STATES.includes(name) || name.startsWith("aria-")).sort();
    const inside = [...new Set([...element.children].map(kind))].sort();
    const found = `${element.localName}.${[...element.classList].sort().join(".")}[${states}](${inside})`;
    kinds.set(element, found);
    return found;
  };
  const seen = new Map();
  let gone = 0;
  const thin = parent => {
    const here = new Set();
    for (const part of [...parent.children]) {
      const name = kinds.get(part);
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      if (before >= 3 && here.has(name)) {
        part.remove();
        gone += 1;
      } else {
        here.add(name);
        thin(part);
      }
    }
  };
  const main = document.querySelector("main");
  kind(main);
  thin(main);
  return gone;
}
