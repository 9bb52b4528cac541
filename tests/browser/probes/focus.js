// Prepares window.nextStop(): where the focus is now, whether it can be seen, and whether it was there before.
() => {
  const shadowAtRest = new Map(
    [...document.querySelectorAll("*")].map(element => [element, getComputedStyle(element).boxShadow]),
  );
  const stops = [];
  const name = element =>
    `${element.tagName.toLowerCase()}.${(element.getAttribute("class") || "").replace(/ /g, ".")}` +
    ` "${(element.textContent || "").trim().slice(0, 30)}"`;
  const isRinged = element => {
    const style = getComputedStyle(element);
    const outlined =
      style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    return outlined || (style.boxShadow !== "none" && style.boxShadow !== shadowAtRest.get(element));
  };
  const isUncovered = element => box => {
    const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1);
    const hit = document.elementFromPoint(x, y);
    const own = [element, ...(element.labels || [])];
    return hit && (hit.contains(element) || own.some(part => part.contains(hit)));
  };
  const problemsOf = element => {
    const inView = [...element.getClientRects()].filter(box =>
      box.width > 1 && box.height > 1 &&
      box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight);
    const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!inView.length || !isShown) return ["niet in beeld"];
    const problems = inView.some(isUncovered(element)) ? [] : ["bedekt"];
    const carriers = [element, ...(element.labels || []), element.parentElement];
    return carriers.some(isRinged) ? problems : [...problems, "geen zichtbare focus"];
  };
  window.nextStop = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const before = stops.indexOf(element);
    stops.push(element);
    return { name: name(element), before, problems: problemsOf(element) };
  };
}
