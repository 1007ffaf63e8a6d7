/**
 * The copy buttons speak the language of the page and have a name for screen readers.
 * sphinx-copybutton knows eight languages; these are its variables.
 */
/* global messages, locale, iconCheck, iconCopy */
(({ copy, copied, notCopied }) => {
  const untitled = (icon) => icon.replace(/<title>.*<\/title>/, "");
  Object.assign(messages[locale], { copy, copy_success: copied, copy_failure: notCopied });
  iconCheck = untitled(iconCheck);
  iconCopy = untitled(iconCopy);
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.role = "status";
  document.body.append(status);
  const tell = ({ target }) => {
    const said = target.dataset.tooltip;
    target.ariaLabel = said;
    status.textContent = said === copy ? "" : said;
  };
  for (const button of document.querySelectorAll(".copybtn")) {
    button.type = "button";
    button.dataset.tooltip = button.ariaLabel = copy;
    button.innerHTML = iconCopy;
    new MutationObserver(([change]) => tell(change)).observe(button, {
      attributeFilter: ["data-tooltip"],
    });
  }
})(document.body.dataset);
