// Runs axe-core (already in the page) for the WCAG tags given; at most three places per rule.
async tags => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags },
    resultTypes: ["violations"],
  });
  const told = (rule, node) =>
    `${rule.id} (${rule.nodes.length}x): ${node.target.join(" ")} - ${node.failureSummary.replace(/\s+/g, " ")}`;
  return found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node => told(rule, node)));
}
