// Tells which elements make the page wider than the window; content of a scroll region of its own may be wider.
() => {
  const root = document.documentElement;
  if (root.scrollWidth === root.clientWidth) return [];
  const scrollsByItself = element => {
    for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
      if (getComputedStyle(above).overflowX !== "visible") return true;
    return false;
  };
  const sticksOut = element => {
    const box = element.getBoundingClientRect();
    return box.width && box.right > root.clientWidth + 0.5 && !scrollsByItself(element);
  };
  const name = element =>
    `${element.tagName.toLowerCase()}.${(element.getAttribute("class") || "").replace(/ /g, ".")}`;
  const names = new Set([...document.body.querySelectorAll("*")].filter(sticksOut).map(name));
  return [`${root.scrollWidth} in plaats van ${root.clientWidth} px: ${[...names].slice(0, 6).join(" ")}`];
}
