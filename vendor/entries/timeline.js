// The peer build leaves its styles in a file of their own: the standalone one injects them, which the policy forbids.
import { DataSet } from "vis-data";
import { Timeline } from "vis-timeline";
window.vis = { DataSet, Timeline };
