"""The bookmark that hands over the page which the browser shows."""

from __future__ import annotations

import json
from urllib.parse import quote

_SCRIPT = """(()=>{
const ours=ADDRESS,w=window.open(ours+'/capture','_blank');
if(!w){alert('This site may open no window: allow it to, and click again.');return;}
const give=e=>{
if(e.source!==w||e.origin!==ours||!e.data||e.data.alleged!=='ready')return;
removeEventListener('message',give);
w.postMessage({alleged:'page',nonce:e.data.nonce,url:location.href,title:document.title,
html:document.documentElement.outerHTML},ours);
};
addEventListener('message',give);
})()"""
_PLAIN = "()=>{};,.:!|?'+&/"


def make_bookmarklet(base: str) -> str:
    """The address of the bookmark, for the server at `base`."""
    script = _SCRIPT.replace("ADDRESS", json.dumps(base)).replace("\n", "")
    return "javascript:" + quote(script, safe=_PLAIN)
