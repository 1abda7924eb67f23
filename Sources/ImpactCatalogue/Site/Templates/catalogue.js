// What the pages do besides being read: the dictionary is filtered, and a drawing shows one path. Without it all is there to read.
"use strict";

const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();

const search = () => {
    const dictionary = document.getElementById("dictionary");
    if (!dictionary) return;
    const input = document.getElementById("q");
    const found = document.getElementById("found");
    const entries = [...dictionary.querySelectorAll("li")].map(item => ({ item, text: folded(item.textContent) }));
    const filter = () => {
        const words = folded(input.value).split(/\s+/).filter(word => word);
        let count = 0;
        for (const { item, text } of entries) {
            item.hidden = !words.every(word => text.includes(word));
            if (!item.hidden) count += 1;
        }
        const sentence = count === 0 ? found.dataset.none : count === 1 ? found.dataset.one : found.dataset.many.replace("#", count);
        found.textContent = words.length > 0 ? sentence : "";
    };
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    input.addEventListener("input", filter);
    input.form.addEventListener("submit", event => event.preventDefault());
    filter();
};

const drawing = figure => {
    const svg = figure.querySelector("svg");
    const path = figure.querySelector(".path");
    const nodes = new Map([...svg.querySelectorAll(".node")].map(node => [node.dataset.node, node]));
    const edges = [...svg.querySelectorAll(".edges path")];

    const walk = (start, from, to) => {
        const seen = new Set([start]);
        const ways = new Set();
        for (const name of seen) {
            for (const edge of edges.filter(edge => edge.dataset[from] === name)) {
                ways.add(edge);
                seen.add(edge.dataset[to]);
            }
        }
        return { names: [...seen].slice(1), ways };
    };
    const clear = () => {
        svg.classList.remove("lit");
        for (const item of svg.querySelectorAll(".on, .chosen")) item.classList.remove("on", "chosen");
        path.textContent = "";
    };
    const tell = (node, before, after) => {
        const words = names => names.length > 0 ? names.map(name => nodes.get(name).dataset.name).join(", ") : figure.dataset.none;
        const name = document.createElement("strong");
        name.textContent = node.dataset.name;
        path.replaceChildren(name, ` · ${figure.dataset.from} ${words(before)} · ${figure.dataset.to} ${words(after)}`);
        if (!node.href) return;
        const link = document.createElement("a");
        link.href = node.href.baseVal;
        link.textContent = figure.dataset.open;
        path.append(" · ", link);
    };
    const choose = node => {
        const isChosen = node.classList.contains("chosen");
        clear();
        if (isChosen) return;
        const before = walk(node.dataset.node, "target", "source");
        const after = walk(node.dataset.node, "source", "target");
        svg.classList.add("lit");
        node.classList.add("chosen", "on");
        for (const name of [...before.names, ...after.names]) nodes.get(name).classList.add("on");
        for (const way of [...before.ways, ...after.ways]) way.classList.add("on");
        tell(node, before.names, after.names);
    };
    for (const node of nodes.values()) {
        if (!node.href) {
            node.setAttribute("tabindex", "0");
            node.setAttribute("role", "button");
        }
        node.addEventListener("click", event => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            choose(node);
        });
        node.addEventListener("keydown", event => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            choose(node);
        });
    }
    figure.addEventListener("keydown", event => { if (event.key === "Escape") clear(); });
};

search();
document.querySelectorAll(".drawing").forEach(drawing);
