/** The page's whole look: light and dark, paper, narrow screens. Its hash stands in the page's policy. */
export const style = `
:root{color-scheme:light dark;
--paper:#fcfbf8;--raised:#fff;--ink:#22262b;--soft:#5c636b;--line:#e3dfd6;--accent:#1f5f82;--track:#ece8df;
--hit:#fce9a9;--hit-line:#c79a12;--alert:#9c3a1c;--reading:Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif;
--plain:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;
--code:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{
--paper:#15181b;--raised:#1c2024;--ink:#e6e3dc;--soft:#a2a8ae;--line:#31373d;--accent:#86bfe0;--track:#2a3035;
--hit:#544613;--hit-line:#d9b23c;--alert:#f0a284}}
*{box-sizing:border-box}
html{font-size:100%;scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--plain)}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em;text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
h1,h2,h3,p,dl,dd,ul,ol,blockquote{margin:0;padding:0}
.hidden,.skip:not(:focus){position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.page{display:grid;grid-template-columns:15rem minmax(0,54rem);column-gap:4rem;justify-content:center;padding:3.5rem 2rem 6rem}
header,main{grid-column:2}
nav{grid-column:1;grid-row:1/span 2;position:sticky;top:2rem;align-self:start;max-height:calc(100vh - 4rem);overflow-y:auto;font-size:.9rem;padding-top:.3rem}
nav h2{font:600 .78rem/1.4 var(--plain);letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:0 0 .7rem}
nav ul{list-style:none}
nav li{padding:.24rem 0;line-height:1.35}
nav a{text-decoration:none;color:var(--ink)}
nav a:hover{color:var(--accent);text-decoration:underline}
nav .inline{display:flex;flex-wrap:wrap;gap:.1rem .7rem}
nav .inline a{color:var(--accent)}
.more{color:var(--soft);font-size:.85em}nav .more{white-space:nowrap}
header{border-bottom:1px solid var(--line);padding-bottom:2rem}
header .kind{color:var(--soft);font-size:.95rem;margin-bottom:.35rem}
h1{font:600 clamp(1.75rem,1.2rem + 2vw,2.5rem)/1.18 var(--reading);letter-spacing:-.01em;text-wrap:balance;overflow-wrap:anywhere}
.review{margin-top:1.1rem;padding:.6rem .9rem;border-left:4px solid var(--hit-line);background:var(--raised);font-size:.95rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:1.2rem;margin-top:1.8rem}
.figures dt{font-size:.85rem;color:var(--soft)}
.figures dd{font:600 1.9rem/1.2 var(--reading);font-variant-numeric:lining-nums}
.figures dd.more{font:400 .82rem/1.4 var(--plain)}
section{margin-top:3.2rem}
h2{font:600 1.5rem/1.25 var(--reading);margin-bottom:.4rem;text-wrap:balance}
h3{font:600 1.05rem/1.4 var(--plain);margin:1.6rem 0 .2rem}
section.question{margin-top:2.2rem}
.question h3{margin-top:0;text-wrap:pretty}
.tag{display:inline-block;color:var(--accent);margin-right:.35rem;white-space:nowrap}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums lining-nums}
caption{caption-side:top;text-align:left;color:var(--soft);font-size:.88rem;padding-bottom:.7rem;text-wrap:pretty}
th,td{text-align:left;vertical-align:top;padding:.55rem .5rem .5rem 0;font-weight:400}
thead th{font-size:.8rem;color:var(--soft);border-bottom:1px solid var(--line);vertical-align:bottom}
.number{text-align:right;white-space:nowrap}
td.number,thead .number{padding-left:1rem;padding-right:0}
.minor{color:var(--soft)}
.counts tbody th{width:43%;line-height:1.4}
.counts .wide{width:26%;padding-top:.82rem;padding-right:0}
.counts tbody tr:not(.evidence){border-top:1px solid var(--line)}
.counts tbody tr:first-child{border-top:0}
.counts tbody th+td.number,.counts tbody td.wide+td.number{font-weight:600}
.definition{display:block;color:var(--soft);font-size:.83rem;line-height:1.4;margin-top:.1rem;text-wrap:pretty}
.none,.none .number{color:var(--soft)}
.none>td.number{font-weight:400!important}
tr:target>th{box-shadow:inset 3px 0 var(--accent);padding-left:.6rem}
.bar{display:block;width:100%;height:.72rem}
.bar .track{fill:var(--track)}
.bar .value{fill:var(--accent)}
.small{width:auto;min-width:22rem}.small tbody th{width:auto!important}
.prose{max-width:44rem;margin:.5rem 0 1rem;font:1.06rem/1.65 var(--reading);text-wrap:pretty}
.prose a{color:inherit;text-decoration-color:color-mix(in srgb,var(--accent) 55%,transparent)}.prose a:hover{color:var(--accent)}
.prose .named{text-decoration:none}.prose .named:hover{text-decoration:underline}
.chart{margin:1.2rem 0 1.6rem;padding:0}
.chart figcaption{font-size:.92rem;line-height:1.45;margin-bottom:.7rem;max-width:44rem;text-wrap:pretty}.chart figcaption b{margin-right:.5rem}
.chart svg{display:block;color:var(--ink);max-width:100%;min-width:34rem;height:auto}.chart .paper{fill:none}
.chart .cut{margin:.2rem 0 0}
tr.evidence>td{padding:0 0 .6rem}
summary{display:inline-block;cursor:pointer;color:var(--accent);font-size:.86rem;padding:.1rem .2rem .1rem 0}
summary::before{content:"";display:inline-block;border:.28em solid transparent;border-left:.42em solid;border-right:0;margin-right:.5em;transition:transform .12s}
summary::-webkit-details-marker{display:none}
details[open]>summary::before{transform:rotate(90deg)}
summary:hover{text-decoration:underline;text-underline-offset:.2em}
.items{list-style:none;margin:.5rem 0 .6rem;border-left:2px solid var(--line);padding-left:1.1rem}
.items li{padding:.65rem 0;content-visibility:auto;contain-intrinsic-size:auto 7rem}
.items li+li{border-top:1px solid var(--line)}
.who{font-size:.85rem;display:flex;flex-wrap:wrap;gap:.15rem .8rem;align-items:baseline;color:var(--soft)}
.who b{color:var(--ink);font-weight:600}
.status::before{content:"○ "}
.accepted::before,.added::before,.recoded::before,.decided::before{content:"● "}
.ask{color:var(--alert)}
.ask::before{content:"? ";font-weight:700}
blockquote{font:1.02rem/1.6 var(--reading);margin:.3rem 0;white-space:pre-line;overflow-wrap:anywhere;max-width:44rem}
mark{background:var(--hit);color:inherit;border-bottom:2px solid var(--hit-line);padding:.05em .08em;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.context{background:none;border-bottom:2px dotted var(--soft);padding:0}
.why{font-size:.82rem;color:var(--soft);overflow-wrap:anywhere}
code{font:.88em var(--code);color:var(--ink);overflow-wrap:anywhere}
.why code{color:inherit}
.cut{font-size:.86rem;color:var(--soft);margin:.3rem 0 .6rem}
.scroll{overflow-x:auto}
.crosstab{font-size:.9rem}
.crosstab th[scope=row]{min-width:13rem;line-height:1.35}
.crosstab thead th{min-width:5.6rem;line-height:1.3;border-top:0;white-space:normal}
.crosstab .definition{font-size:.78rem}
.crosstab tbody tr:not(.family):hover{background:var(--raised)}
.crosstab td,.crosstab th{padding-top:.32rem;padding-bottom:.32rem;border-top:1px solid var(--line)}
.crosstab tr.family th{border-top:0;padding-top:1.3rem;font-weight:600}
.crosstab a{color:var(--ink);text-decoration:none}
.crosstab a:hover{color:var(--accent);text-decoration:underline}
.share{display:inline-block;width:2.7em;color:var(--soft)}
.findings,.methods{list-style:none}
.findings li{padding:.7rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
.findings li:first-child{border-top:0}
.level{text-transform:capitalize}
.who .error,.who .warning{color:var(--alert)}
.methods{display:grid;gap:.55rem;max-width:46rem;margin-top:.5rem}
.methods li{font-size:.95rem;text-wrap:pretty}
.versions{width:auto;font-size:.9rem;margin-top:.3rem}
.versions th,.versions td{padding:.2rem 1.5rem .2rem 0}
@media (max-width:68rem){.page{display:block;max-width:58rem;margin:0 auto;padding:2rem 1.4rem 4rem}
nav{position:static;max-height:none;border-bottom:1px solid var(--line);padding:1.6rem 0}
nav>ul{columns:2 16rem}nav>ul>li{break-inside:avoid}}
@media (max-width:40rem){.page{padding:1.4rem 1rem 3rem}.minor{display:none}
.counts .wide{width:22%}.counts tbody th{width:auto}.figures{grid-template-columns:1fr 1fr}.items{padding-left:.8rem}
th,td{padding-right:.3rem}section{margin-top:2.4rem}.crosstab th[scope=row]{min-width:9rem}}
@media (prefers-reduced-motion:reduce){summary::before{transition:none}}
@media print{:root{--paper:#fff;--raised:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#1f4f6b;--track:#e8e8e8;--hit:#f4e7b4}
body{font-size:10pt}.page{display:block;padding:0}nav{position:static;max-height:none;overflow:visible;margin-bottom:2rem}
a{color:inherit;text-decoration:none}.bar .track,.bar .value,mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}
details:not([open]){display:none}.small{width:auto;min-width:22rem}.small tbody th{width:auto!important}
.prose{max-width:44rem;margin:.5rem 0 1rem;font:1.06rem/1.65 var(--reading);text-wrap:pretty}
.prose a{color:inherit;text-decoration-color:color-mix(in srgb,var(--accent) 55%,transparent)}.prose a:hover{color:var(--accent)}
.prose .named{text-decoration:none}.prose .named:hover{text-decoration:underline}
.chart{margin:1.2rem 0 1.6rem;padding:0}
.chart figcaption{font-size:.92rem;line-height:1.45;margin-bottom:.7rem;max-width:44rem;text-wrap:pretty}.chart figcaption b{margin-right:.5rem}
.chart svg{display:block;color:var(--ink);max-width:100%;min-width:34rem;height:auto}.chart .paper{fill:none}
.chart .cut{margin:.2rem 0 0}
tr.evidence>td{padding-bottom:.2rem}h2,h3,caption{break-after:avoid}tr,.items li{break-inside:avoid}
.scroll{overflow:visible}.chart,.question .counts,.small{break-inside:avoid}.chart svg{min-width:0}.chart svg path,.chart svg line{-webkit-print-color-adjust:exact;print-color-adjust:exact}.items li{content-visibility:visible}}
`
