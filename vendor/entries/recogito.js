import { createTextAnnotator } from "@recogito/text-annotator";
window.Recogito = { createTextAnnotator };
