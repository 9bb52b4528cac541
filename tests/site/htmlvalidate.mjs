// html-validate: the recommended rules and the accessibility rules, less what is taste or wrong for this site.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // A list without bullets is no list to Safari, and a table whose rows are blocks on a phone is no table to any
    // browser, unless the role says so.
    "no-redundant-role": "off",
    // The scroll region around a wide table is a div with a name; a section would suggest a heading. An ordered list
    // with the role of a list (see above) is not better off as ul.
    "prefer-native-element": ["error", { exclude: ["list", "region"] }],
    // Titles of sources and practices are their makers' own.
    "long-title": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    "no-trailing-whitespace": "off",
    "void-style": "off",
  },
};
