// After the skip link and one Tab: does its target exist, and is the focus in it, behind its start, or past the end
// of the page (on the body) because nothing there can have focus?
id => {
  const target = document.getElementById(id);
  const focus = document.activeElement;
  if (!target) return { exists: false, reached: false };
  const isBehind = Boolean(target.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING);
  return { exists: true, reached: isBehind || target.contains(focus) || focus === document.body };
}
