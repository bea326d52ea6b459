/** The style sheet of a report: system fonts, one column, dark ink on white, A4 when printed. */
import { CHART_CSS } from "../../charts/drawing.ts";

export const CSS = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#0b0c0c;font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
main,header,nav,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.75rem;line-height:1.2;margin:1.25rem 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.4rem;line-height:1.25;margin:2.25rem 0 .5rem;border-top:3px solid #12436d;padding-top:.6rem;overflow-wrap:anywhere}
h3{font-size:1.1rem;line-height:1.3;margin:1.5rem 0 .25rem;overflow-wrap:anywhere}
p,li,dd,dt,figcaption,summary{overflow-wrap:anywhere}
p{margin:.4rem 0}
a{color:#1d4f91}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid #b6480c;outline-offset:2px}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.25rem .5rem;z-index:1}
.notice{background:#f3f2f1;border-left:6px solid #505a5f;padding:.5rem .8rem;margin:.75rem 0}
.lead{padding-left:1.4rem;margin:.5rem 0}
.lead li{margin:.45rem 0}
.small{font-size:.9rem;color:#3d4447}
.links{font-size:.9rem;margin:.35rem 0}
.links a{margin-right:1rem}
nav ul{padding-left:1.2rem;font-size:.95rem}
figure{margin:0 0 2rem}
.canvas{overflow-x:auto}
.canvas svg{min-width:34rem}
.scroll{overflow-x:auto;max-height:26rem}
table{border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{border-bottom:1px solid #b1b4b6;padding:.2rem .5rem;text-align:left;vertical-align:top}
.numbers td{text-align:right;white-space:nowrap}
.numbers td.t{text-align:left;white-space:normal}
summary{cursor:pointer;padding:.2rem 0}
dt{font-weight:600;margin-top:.4rem}
dd{margin:0 0 0 1rem}
code{font-size:.9em;overflow-wrap:anywhere}
${CHART_CSS}
@media (max-width:30rem){h1{font-size:1.45rem}}
@media print{
@page{size:A4;margin:16mm 15mm}
html{font-size:9.5pt}
body{font-size:1rem}
main,header,footer{max-width:none;padding:0}
nav,.skip,.data,details.rows{display:none}
h1,h2,h3{break-after:avoid}
figure,.unit,li,tr{break-inside:avoid}
.canvas,.scroll{overflow:visible;max-height:none}
.canvas svg{min-width:0;width:88%;max-height:180mm}
figure{margin-bottom:1rem}
a{color:inherit;text-decoration:none}
svg,.notice{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}`.trim();
