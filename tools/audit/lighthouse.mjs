// Run Lighthouse on each address that stands on a line of the input, in the Chromium whose
// debugging port is the argument. Each line of the output is one result.
import { createInterface } from "node:readline";
import lighthouse from "lighthouse";

const port = Number(process.argv[2]);

const texts = ({ details }) =>
  (details?.items ?? []).slice(0, 5).map((item) => {
    const { node, sourceLocation, description, source, url, label } = item;
    return [node?.snippet ?? node?.nodeLabel, description ?? label, source, sourceLocation?.url ?? url]
      .filter((text) => typeof text === "string")
      .join(" ");
  });

const failures = ({ audits }, { auditRefs }) =>
  auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
    .map(({ id }) => {
      const { title, displayValue, explanation } = audits[id];
      return { id, title, displayValue, explanation, items: texts(audits[id]) };
    });

for await (const line of createInterface({ input: process.stdin })) {
  const { url, skipAudits } = JSON.parse(line);
  const { lhr } = await lighthouse(url, { port, disableFullPageScreenshot: true, skipAudits });
  const result = { error: lhr.runtimeError?.message, scores: {}, failures: {}, metrics: {} };
  for (const category of Object.values(lhr.categories)) {
    result.scores[category.id] = Math.round(100 * (category.score ?? 0));
    result.failures[category.id] = failures(lhr, category);
  }
  for (const { id, acronym } of lhr.categories.performance.auditRefs) {
    if (acronym) result.metrics[acronym] = lhr.audits[id].displayValue;
  }
  console.log(JSON.stringify(result));
}
