// Long lists: a field to search in. The list itself stays what is posted, and what is used without this file.
(function () {
  "use strict";

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const matches = (label, typed) => plain(typed).split(/\s+/).every((word) => plain(label).includes(word));
  const make = (tag, attributes) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  // What is typed to search is no answer: neither saved nor counted.
  function speaker(field) {
    const status = make("span", { role: "status", class: "visually-hidden" });
    for (const type of ["input", "change"]) field.addEventListener(type, (event) => event.stopPropagation());
    const words = field.form?.dataset ?? status.dataset;
    const say = (count) => {
      status.textContent = (count > 1 ? words.found : count ? words.alone : words.none)?.replace("{n}", count) ?? "";
    };
    return [status, say];
  }

  function combine(select) {
    const id = select.id;
    const box = make("div", { class: "search" });
    const field = make("input", {
      class: "field", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`,
      placeholder: select.options[0].text,
    });
    for (const name of ["aria-describedby", "aria-invalid"]) {
      if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name));
    }
    const list = make("ul", { class: "search-list", role: "listbox", id: `${id}-list`, hidden: "" });
    const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
    if (label) {
      label.id ||= `${id}-label`;
      list.setAttribute("aria-labelledby", label.id);
    }
    select.replaceWith(box);
    box.append(field, list, select);
    const [status, say] = speaker(field);
    box.append(status);
    select.hidden = true;
    select.id = `${id}-posted`;
    field.id = id;
    let active = -1;

    const show = () => { field.value = select.value ? select.selectedOptions[0].text : ""; };
    function point(rank) {
      const items = list.children;
      active = items.length ? (rank + items.length) % items.length : -1;
      [...items].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
      field.setAttribute("aria-activedescendant", items[active]?.id ?? "");
      items[active]?.scrollIntoView({ block: "nearest" });
    }
    function close() {
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
      status.textContent = "";
      active = -1;
    }
    function open(typed) {
      const found = [...select.options].filter((option) => option.value && matches(option.text, typed));
      list.replaceChildren(...found.map((option) => {
        const item = make("li", { role: "option", id: `${id}-${option.index}`, "aria-selected": "false" });
        item.textContent = option.text;
        return item;
      }));
      list.hidden = !found.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      field.removeAttribute("aria-activedescendant");
      active = -1;
      say(found.length);
    }
    function choose(index) {
      const moved = select.selectedIndex !== index;
      select.selectedIndex = index;
      show();
      close();
      if (moved) select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const pick = (item) => choose(Number(item.id.slice(id.length + 1)));

    field.addEventListener("input", () => open(field.value));
    field.addEventListener("click", () => (list.hidden ? open("") : close()));
    field.addEventListener("blur", () => {
      const exact = [...select.options].find((option) => plain(option.text) === plain(field.value.trim()));
      if (!field.value.trim()) choose(0);
      else if (exact) choose(exact.index);
      else { show(); close(); }
    });
    field.addEventListener("keydown", (event) => {
      const ways = { ArrowDown: active + 1, ArrowUp: active < 0 ? -1 : active - 1, Home: 0, End: -1 };
      if (event.key === "Enter" && !list.hidden) {
        if (active >= 0) pick(list.children[active]);
        else close();
      } else if (event.key === "Escape" && !list.hidden) {
        show();
        close();
      } else if (event.key in ways && (event.key.startsWith("Arrow") || active >= 0)) {
        if (list.hidden) open("");
        point(ways[event.key]);
      } else return;
      event.preventDefault();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("li");
      if (item) pick(item);
    });
    window.addEventListener("pageshow", show);
    show();
  }

  function sift(group) {
    const options = group.querySelector(".options");
    const label = make("label", { class: "filter" });
    const field = make("input", { class: "field", type: "search", autocomplete: "off" });
    label.append(group.closest("form")?.dataset.search ?? "", field);
    options.before(label);
    const [status, say] = speaker(field);
    label.after(status);
    const sort = () => {
      const found = [...options.children].filter((option) => {
        const kept = matches(option.textContent, field.value);
        option.hidden = !kept && !option.querySelector(":checked");
        return kept;
      });
      say(found.length);
    };
    field.addEventListener("input", sort);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { field.value = ""; sort(); }
      if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
    });
  }

  // A list that is not whole on the page: each pause in typing asks for what it has; Enter is not « Continuer ».
  function hush(field) {
    for (const type of ["input", "change"]) field.addEventListener(type, (event) => event.stopPropagation());
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  }

  function enhance(place) {
    for (const field of place.querySelectorAll("[data-seek]")) {
      if (!field.dataset.seek) hush(field);
      field.dataset.seek = "hushed";
    }
    for (const list of place.querySelectorAll("[data-long]")) {
      list.removeAttribute("data-long");
      (list.matches("select") ? combine : sift)(list);
    }
  }

  enhance(document.body);
  document.addEventListener("htmx:load", (event) => { enhance(event.detail.elt); });
})();
