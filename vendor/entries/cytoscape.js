import cytoscape from "cytoscape";
window.cytoscape = cytoscape;
