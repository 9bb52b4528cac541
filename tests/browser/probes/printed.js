// What should not be on paper, and what should.
() => {
  const isSeen = element =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().height > 1;
  const controls = [...document.querySelectorAll("nav, [role=navigation], button, input, select")].filter(isSeen);
  const problems = controls.map(element =>
    `${element.tagName.toLowerCase()} "${element.ariaLabel || element.textContent.trim()}" is te zien`);
  const title = document.querySelector("h1");
  if (!title || !isSeen(title)) problems.push("h1 is niet te zien");
  if (document.querySelector("main").innerText.trim().length < 40) problems.push("geen tekst");
  const ground = getComputedStyle(document.body).backgroundColor;
  if (!["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(ground)) problems.push(`ondergrond ${ground}`);
  return problems;
}
