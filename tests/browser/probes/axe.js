// Runs axe-core (already in the page) for the rules or tags given; at most three places per rule.
async runOnly => {
  const found = await axe.run(document, {
    runOnly,
    resultTypes: ["violations"],
  });
  const told = (rule, node) =>
    `${rule.id} (${rule.nodes.length}x): ${node.target.join(" ")} - ${node.failureSummary.replace(/\s+/g, " ")}`;
  return found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node => told(rule, node)));
}
