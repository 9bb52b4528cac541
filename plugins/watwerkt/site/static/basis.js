/* Loaded in <head>, before the first paint: colour choice, menu on a phone, tables in prose, links from a stick.
   The page works without it. */
(function () {
  "use strict";

  var root = document.documentElement;
  var KEY = "watwerkt-kleuren";
  var CHOICES = ["automatisch", "licht", "donker"];

  function stored() {
    try {
      var value = window.localStorage.getItem(KEY);
      return CHOICES.indexOf(value) > 0 ? value : CHOICES[0];
    } catch (error) {
      return CHOICES[0]; // storage is closed: the choice lasts as long as the page
    }
  }

  function apply(choice) {
    if (choice === CHOICES[0]) root.removeAttribute("data-scheme");
    else root.setAttribute("data-scheme", choice);
  }

  var current = stored();
  apply(current);
  root.classList.add("js");

  function wireColours() {
    var button = document.getElementById("kleurknop");
    if (!button) return;
    var text = button.querySelector(".kleurknop__tekst");
    function show() {
      text.textContent = "Kleuren: " + current;
    }
    button.addEventListener("click", function () {
      current = CHOICES[(CHOICES.indexOf(current) + 1) % CHOICES.length];
      apply(current);
      show();
      try {
        window.localStorage.setItem(KEY, current);
      } catch (error) {
        return; // not remembered, still applied
      }
    });
    show();
  }

  function wireMenu() {
    var button = document.getElementById("menuknop");
    var menu = document.getElementById("hoofdmenu");
    if (!button || !menu) return;
    function set(open) {
      button.setAttribute("aria-expanded", String(open));
      menu.classList.toggle("is-open", open);
    }
    button.addEventListener("click", function () {
      set(button.getAttribute("aria-expanded") !== "true");
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      set(false);
      button.focus();
    });
  }

  /* Tables from Markdown have no labels per cell; take them from the header row so that a phone shows labelled rows. */
  function labelTable(table) {
    var heads = table.querySelectorAll("thead th");
    var rows = table.querySelectorAll("tbody tr");
    if (!heads.length) return;
    table.setAttribute("role", "table");
    table.classList.add("tabel");
    table.querySelectorAll("thead, tbody").forEach(function (part) {
      part.setAttribute("role", "rowgroup");
    });
    table.querySelectorAll("tr").forEach(function (row) {
      row.setAttribute("role", "row");
    });
    heads.forEach(function (head) {
      head.setAttribute("role", "columnheader");
      head.setAttribute("scope", "col");
    });
    rows.forEach(function (row) {
      Array.prototype.forEach.call(row.cells, function (cell, place) {
        cell.setAttribute("role", "cell");
        if (heads[place]) cell.setAttribute("data-label", heads[place].textContent.trim());
      });
    });
  }

  /* From a stick (file://) nobody turns the address of a folder into its index.html. */
  function openIndex(link) {
    if (link.protocol === "file:" && link.pathname.slice(-1) === "/") link.pathname += "index.html";
  }

  function wireStick() {
    if (window.location.protocol !== "file:") return;
    document.querySelectorAll("a[href]").forEach(openIndex);
    document.querySelectorAll("form[action]").forEach(function (form) {
      var address = new URL(form.action);
      openIndex(address);
      form.action = address.href;
    });
    document.addEventListener(
      "click",
      function (event) {
        var link = event.target.closest && event.target.closest("a[href]");
        if (link) openIndex(link);
      },
      true
    );
  }

  document.addEventListener("DOMContentLoaded", function () {
    wireStick();
    wireColours();
    wireMenu();
    document.querySelectorAll(".proza table:not(.tabel)").forEach(labelTable);
  });
})();
