// Orders: an answer goes up or down a rank by a button. The lists stay what is posted, and what is used without this file.
(function () {
  "use strict";

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const ranks = button.closest(".fields-ranks");
    const lists = [...ranks.querySelectorAll("select")];
    const from = lists.indexOf(button.closest(".fields-ranks > div").querySelector("select"));
    const to = from + Number(button.dataset.move);
    const [here, there] = [lists[from], lists[to]];
    if (!there) return;
    [here.value, there.value] = [there.value, here.value];
    // The hand follows what it moves, as far as that may go.
    const around = there.parentElement;
    (around.querySelector(`[data-move="${button.dataset.move}"]`) ?? around.querySelector("[data-move]")).focus();
    const status = ranks.parentElement.querySelector(".ranked");
    const moved = there.value ? there.selectedOptions[0].text : "";
    status.textContent = moved && ranks.dataset.ranked.replace("{choice}", moved).replace("{rank}", to + 1);
    there.dispatchEvent(new Event("input", { bubbles: true }));
    there.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
