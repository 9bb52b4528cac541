// WCAG 2.5.8: buttons and fields are 24 x 24 CSS px; links too, unless they stand in a sentence or a circle of 24 px
// around them touches no other target.
() => {
  const SIZE = 24;
  const inSentence = link =>
    getComputedStyle(link).display === "inline" &&
    !link.closest("nav, header, footer") &&
    [...link.parentElement.childNodes].some(node => node !== link && node.textContent.trim().length > 1);
  const boxOf = element => {
    const labelled = element.matches("input[type=checkbox], input[type=radio]") && element.labels?.[0];
    return (labelled || element).getBoundingClientRect();
  };
  const targets = [...document.querySelectorAll(
    "a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button]",
  )]
    .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map(element => ({ element, box: boxOf(element) }))
    .filter(({ box }) => box.width > 1 && box.height > 1 && box.bottom + scrollY > 0);
  const isSmall = ({ box }) => box.width < SIZE - 0.01 || box.height < SIZE - 0.01;
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const distance = ([x, y], { box }) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const touches = (one, other) => {
    if (one === other || one.element.contains(other.element) || other.element.contains(one.element)) return false;
    const [x, y] = middle(one), [u, v] = middle(other);
    return distance([x, y], other) < SIZE / 2 || (isSmall(other) && Math.hypot(x - u, y - v) < SIZE);
  };
  const fails = target => {
    if (!isSmall(target)) return false;
    if (!target.element.matches("a")) return true;
    return !inSentence(target.element) && targets.some(other => touches(target, other));
  };
  return targets.filter(fails).map(({ element, box }) => {
    const name = `${element.tagName.toLowerCase()}.${(element.getAttribute("class") || "").replace(/ /g, ".")}`;
    return `${name} "${element.textContent.trim().slice(0, 30)}" ${Math.round(box.width)}x${Math.round(box.height)}`;
  });
}
