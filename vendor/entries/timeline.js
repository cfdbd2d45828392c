import { DataSet, Timeline } from "vis-timeline/standalone";
window.vis = { DataSet, Timeline };
