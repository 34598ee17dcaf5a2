<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Whitecove</source>
        <translation>About Whitecove</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>MIT licence. Product photos in, proven marketplace pictures out.</source>
        <translation>MIT licence. Product photos in, proven marketplace pictures out.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Made with</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere: no photos, no figures, no reports. Whitecove connects only to download a model that you ask for.</source>
        <translation>Nothing is sent anywhere: no photos, no figures, no reports. Whitecove connects only to download a model that you ask for.</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Open the log folder</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>&amp;Prepare</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>&amp;Touch up</source>
        <translation>&amp;Touch up</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>About Whitecove</source>
        <translation>About Whitecove</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Add a folder…</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>Add photos…</translation>
    </message>
    <message>
        <source>After alone</source>
        <translation>After alone</translation>
    </message>
    <message>
        <source>Approve, and on to the next doubtful one</source>
        <translation>Approve, and on to the next doubtful one</translation>
    </message>
    <message>
        <source>Before and after, split</source>
        <translation>Before and after, split</translation>
    </message>
    <message>
        <source>Choose a photo first.</source>
        <translation>Choose a photo first.</translation>
    </message>
    <message>
        <source>Choose a photo that can be read.</source>
        <translation>Choose a photo that can be read.</translation>
    </message>
    <message>
        <source>Copy to the next photos of this product</source>
        <translation>Copy to the next photos of this product</translation>
    </message>
    <message>
        <source>Cutouts and models…</source>
        <translation>Cutouts and models…</translation>
    </message>
    <message>
        <source>Deliver only what changed…</source>
        <translation>Deliver only what changed…</translation>
    </message>
    <message>
        <source>Deliver…</source>
        <translation>Deliver…</translation>
    </message>
    <message>
        <source>Detail 1</source>
        <translation>Detail 1</translation>
    </message>
    <message>
        <source>Detail 2</source>
        <translation>Detail 2</translation>
    </message>
    <message>
        <source>Detail 3</source>
        <translation>Detail 3</translation>
    </message>
    <message>
        <source>Detail 4</source>
        <translation>Detail 4</translation>
    </message>
    <message>
        <source>Detail 5</source>
        <translation>Detail 5</translation>
    </message>
    <message>
        <source>Edit in another program</source>
        <translation>Edit in another program</translation>
    </message>
    <message>
        <source>Erase brush</source>
        <translation>Erase brush</translation>
    </message>
    <message>
        <source>Grid of main pictures</source>
        <translation>Grid of main pictures</translation>
    </message>
    <message>
        <source>Heal brush</source>
        <translation>Heal brush</translation>
    </message>
    <message>
        <source>Keep aside</source>
        <translation>Keep aside</translation>
    </message>
    <message>
        <source>Keep brush</source>
        <translation>Keep brush</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Back to the previous one</source>
        <translation>Back to the previous one</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Larger brush</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Main picture</source>
        <translation>Main picture</translation>
    </message>
    <message>
        <source>Make a product of these photos</source>
        <translation>Make a product of these photos</translation>
    </message>
    <message>
        <source>Mark what is not white</source>
        <translation>Mark what is not white</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>Next background colour</source>
        <translation>Next background colour</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Next photo</translation>
    </message>
    <message>
        <source>Next product</source>
        <translation>Next product</translation>
    </message>
    <message>
        <source>Open a hole</source>
        <translation>Open a hole</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>Open a project…</translation>
    </message>
    <message>
        <source>Open the folder with the log</source>
        <translation>Open the folder with the log</translation>
    </message>
    <message>
        <source>Open the output folder</source>
        <translation>Open the output folder</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Open the report</translation>
    </message>
    <message>
        <source>Open the reshoot list</source>
        <translation>Open the reshoot list</translation>
    </message>
    <message>
        <source>Paste pictures or paths</source>
        <translation>Paste pictures or paths</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Previous photo</translation>
    </message>
    <message>
        <source>Previous product</source>
        <translation>Previous product</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Pick what is white or grey</source>
        <translation>Pick what is white or grey</translation>
    </message>
    <message>
        <source>No photo failed.</source>
        <translation>No photo failed.</translation>
    </message>
    <message>
        <source>Nothing is being prepared.</source>
        <translation>Nothing is being prepared.</translation>
    </message>
    <message>
        <source>Open the last project</source>
        <translation>Open the last project</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Prepare the photos first.</source>
        <translation>Prepare the photos first.</translation>
    </message>
    <message>
        <source>Prepare this photo first.</source>
        <translation>Prepare this photo first.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Rename the product</source>
        <translation>Rename the product</translation>
    </message>
    <message>
        <source>Save the project as…</source>
        <translation>Save the project as…</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Search products</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Shoot again…</source>
        <translation>Shoot again…</translation>
    </message>
    <message>
        <source>Show the edge band</source>
        <translation>Show the edge band</translation>
    </message>
    <message>
        <source>Show the safe frame</source>
        <translation>Show the safe frame</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Smaller brush</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop at edges</source>
        <translation>Stop at edges</translation>
    </message>
    <message>
        <source>Take out of the project</source>
        <translation>Take out of the project</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Take the decision back</translation>
    </message>
    <message>
        <source>There are no photos yet, or work goes on.</source>
        <translation>There are no photos yet, or work goes on.</translation>
    </message>
    <message>
        <source>There are no photos yet.</source>
        <translation>There are no photos yet.</translation>
    </message>
    <message>
        <source>To the retoucher</source>
        <translation>To the retoucher</translation>
    </message>
    <message>
        <source>Touch up</source>
        <translation>Touch up</translation>
    </message>
    <message>
        <source>Touch up a photo first.</source>
        <translation>Touch up a photo first.</translation>
    </message>
    <message>
        <source>Try failed ones again</source>
        <translation>Try failed ones again</translation>
    </message>
    <message>
        <source>Try the samples</source>
        <translation>Try the samples</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Whole picture</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message numerus="yes">
        <source>%Ln settings differ from the preset.</source>
        <translation>
            <numerusform>%Ln setting differs from the preset.</numerusform>
            <numerusform>%Ln settings differ from the preset.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Adjust</translation>
    </message>
    <message>
        <source>All as the preset says.</source>
        <translation>All as the preset says.</translation>
    </message>
    <message>
        <source>Apply to all selected</source>
        <translation>Apply to all selected</translation>
    </message>
    <message>
        <source>Apply to product</source>
        <translation>Apply to product</translation>
    </message>
    <message>
        <source>Choose a photo to adjust it.</source>
        <translation>Choose a photo to adjust it.</translation>
    </message>
    <message>
        <source>Its size is not known yet: prepare it first, then adjust it.</source>
        <translation>Its size is not known yet: prepare it first, then adjust it.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Mirror</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Reset all</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Turn and mirror</source>
        <translation>Turn and mirror</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <translation>Turn to the left</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>Turn to the right</translation>
    </message>
    <message>
        <source>Turning, mirroring and straightening stay with each photo.</source>
        <translation>Turning, mirroring and straightening stay with each photo.</translation>
    </message>
</context>
<context>
    <name>Arranging</name>
    <message>
        <source>Change the order</source>
        <translation>Change the order</translation>
    </message>
    <message>
        <source>Keep aside</source>
        <translation>Keep aside</translation>
    </message>
    <message>
        <source>Make a product</source>
        <translation>Make a product</translation>
    </message>
    <message>
        <source>Make it the main picture</source>
        <translation>Make it the main picture</translation>
    </message>
    <message>
        <source>Move a photo</source>
        <translation>Move a photo</translation>
    </message>
    <message>
        <source>Move photos</source>
        <translation>Move photos</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Put together</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Take out a photo</source>
        <translation>Take out a photo</translation>
    </message>
    <message>
        <source>Take out photos</source>
        <translation>Take out photos</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%Ln photos came through a messenger and lost their camera data.</source>
        <translation>
            <numerusform>%Ln photo came through a messenger and lost its camera data.</numerusform>
            <numerusform>%Ln photos came through a messenger and lost their camera data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are ready, and not delivered yet.</source>
        <translation>
            <numerusform>%Ln picture are ready, and not delivered yet.</numerusform>
            <numerusform>%Ln pictures are ready, and not delivered yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message>
        <source>Change grouping</source>
        <translation>Change grouping</translation>
    </message>
    <message>
        <source>Copy a request for the originals</source>
        <translation>Copy a request for the originals</translation>
    </message>
    <message>
        <source>Correct colour and light</source>
        <translation>Correct colour and light</translation>
    </message>
    <message>
        <source>Deliver…</source>
        <translation>Deliver…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Looks right</source>
        <translation>Looks right</translation>
    </message>
    <message>
        <source>Plain backdrops are cut out right away. For busy ones, get a cutout model: it takes a minute.</source>
        <translation>Plain backdrops are cut out right away. For busy ones, get a cutout model: it takes a minute.</translation>
    </message>
    <message>
        <source>See models</source>
        <translation>See models</translation>
    </message>
    <message numerus="yes">
        <source>So is that of %Ln other sessions.</source>
        <translation>
            <numerusform>So is that of %Ln other session.</numerusform>
            <numerusform>So is that of %Ln other sessions.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Start anew</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>Take it up again</translation>
    </message>
    <message>
        <source>Was it white?</source>
        <translation>Was it white?</translation>
    </message>
    <message>
        <source>Whitecove was closed in the middle of its work.</source>
        <translation>Whitecove was closed in the middle of its work.</translation>
    </message>
    <message>
        <source>{photos} → {products}?</source>
        <translation>{photos} → {products}?</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Hardness</translation>
    </message>
    <message>
        <source>Show faintly what is cut away</source>
        <translation>Show faintly what is cut away</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Size of the brush</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>A hole? Click to open it</source>
        <translation>A hole? Click to open it</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>No picture</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>The finished picture</source>
        <translation>The finished picture</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>The photo</translation>
    </message>
    <message>
        <source>The photo before and the picture after</source>
        <translation>The photo before and the picture after</translation>
    </message>
    <message>
        <source>Touching up the photo</source>
        <translation>Touching up the photo</translation>
    </message>
    <message>
        <source>fills {share}, wanted {wanted}</source>
        <translation>fills {share}, wanted {wanted}</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Changed since it was prepared: Prepare makes it anew.</source>
        <translation>Changed since it was prepared: Prepare makes it anew.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>Choose a photo to see its checks.</source>
        <translation>Choose a photo to see its checks.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Fails</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>It is being prepared; its checks come with the picture.</source>
        <translation>It is being prepared; its checks come with the picture.</translation>
    </message>
    <message>
        <source>It is checked when it is prepared.</source>
        <translation>It is checked when it is prepared.</translation>
    </message>
    <message>
        <source>Must be fixed</source>
        <translation>Must be fixed</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Not measured</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Ready to deliver.</source>
        <translation>Ready to deliver.</translation>
    </message>
    <message>
        <source>Ready: {decision}.</source>
        <translation>Ready: {decision}.</translation>
    </message>
    <message>
        <source>Score {score} of 100</source>
        <translation>Score {score} of 100</translation>
    </message>
    <message>
        <source>The product&apos;s pictures together</source>
        <translation>The product&apos;s pictures together</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>What costs points says so below.</source>
        <translation>What costs points says so below.</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Worth a look</translation>
    </message>
    <message>
        <source>{group} ({count})</source>
        <translation>{group} ({count})</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>{state} {count}</source>
        <translation>{state} {count}</translation>
    </message>
</context>
<context>
    <name>Cutout</name>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Cut out by its plain backdrop</source>
        <translation>Cut out by its plain backdrop</translation>
    </message>
    <message>
        <source>Cut out by the model {model}</source>
        <translation>Cut out by the model {model}</translation>
    </message>
    <message>
        <source>Glass and white on white</source>
        <translation>Glass and white on white</translation>
    </message>
    <message>
        <source>Its backdrop was divided out (glass and white on white)</source>
        <translation>Its backdrop was divided out (glass and white on white)</translation>
    </message>
    <message>
        <source>Its own transparency was used</source>
        <translation>Its own transparency was used</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>Not cut out: the scene is kept</source>
        <translation>Not cut out: the scene is kept</translation>
    </message>
    <message>
        <source>Plain backdrop</source>
        <translation>Plain backdrop</translation>
    </message>
    <message>
        <source>Was on white already: kept as it is</source>
        <translation>Was on white already: kept as it is</translation>
    </message>
    <message>
        <source>{made} on a graphics card ({card})</source>
        <translation>{made} on a graphics card ({card})</translation>
    </message>
    <message>
        <source>{made}, corrected by hand</source>
        <translation>{made}, corrected by hand</translation>
    </message>
    <message>
        <source>{made}, its edge by the plain backdrop</source>
        <translation>{made}, its edge by the plain backdrop</translation>
    </message>
</context>
<context>
    <name>CutoutChoice</name>
    <message>
        <source>Cutout</source>
        <translation>Cutout</translation>
    </message>
    <message>
        <source>Cutout: {name}</source>
        <translation>Cutout: {name}</translation>
    </message>
    <message>
        <source>For a plain wall, paper or table of one colour.</source>
        <translation>For a plain wall, paper or table of one colour.</translation>
    </message>
    <message>
        <source>For glass, and white goods on white: keeps what shines through.</source>
        <translation>For glass, and white goods on white: keeps what shines through.</translation>
    </message>
    <message>
        <source>Looks at each photo, and takes what fits. For most photos.</source>
        <translation>Looks at each photo, and takes what fits. For most photos.</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>Model {name}</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>More models…</translation>
    </message>
    <message>
        <source>The background stays: only size, colour and file are made right.</source>
        <translation>The background stays: only size, colour and file are made right.</translation>
    </message>
</context>
<context>
    <name>Deliver</name>
    <message numerus="yes">
        <source>%Ln details</source>
        <translation>
            <numerusform>%Ln detail</numerusform>
            <numerusform>%Ln details</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln main pictures</source>
        <translation>
            <numerusform>%Ln main picture</numerusform>
            <numerusform>%Ln main pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variants</source>
        <translation>
            <numerusform>%Ln variant</numerusform>
            <numerusform>%Ln variants</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is ready yet.</source>
        <translation>Nothing is ready yet.</translation>
    </message>
    <message>
        <source>Ready: {files} of {products}</source>
        <translation>Ready: {files} of {products}</translation>
    </message>
</context>
<context>
    <name>DeliverSheet</name>
    <message>
        <source>Choose a folder or a zip file.</source>
        <translation>Choose a folder or a zip file.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Deliver</translation>
    </message>
    <message>
        <source>Deliver only what changed ({number})</source>
        <translation>Deliver only what changed ({number})</translation>
    </message>
    <message>
        <source>Deliver ready ones ({number})</source>
        <translation>Deliver ready ones ({number})</translation>
    </message>
    <message>
        <source>Deliver to a folder</source>
        <translation>Deliver to a folder</translation>
    </message>
    <message>
        <source>Deliver to a zip file</source>
        <translation>Deliver to a zip file</translation>
    </message>
    <message>
        <source>Delivering</source>
        <translation>Delivering</translation>
    </message>
    <message>
        <source>Each file is looked at once more, and copied…</source>
        <translation>Each file is looked at once more, and copied…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Folder…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>Not ready, and not delivered</source>
        <translation>Not ready, and not delivered</translation>
    </message>
    <message>
        <source>Photos that are not prepared yet: {number}. They are prepared first.</source>
        <translation>Photos that are not prepared yet: {number}. They are prepared first.</translation>
    </message>
    <message>
        <source>Preparing: {done} of {total}</source>
        <translation>Preparing: {done} of {total}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip files (*.zip)</translation>
    </message>
    <message>
        <source>Zip file…</source>
        <translation>Zip file…</translation>
    </message>
</context>
<context>
    <name>DemandRow</name>
    <message>
        <source>Our own measure: {why}. {date}</source>
        <translation>Our own measure: {why}. {date}</translation>
    </message>
    <message>
        <source>Read {date}: {sources}</source>
        <translation>Read {date}: {sources}</translation>
    </message>
    <message>
        <source>Why, and who says so</source>
        <translation>Why, and who says so</translation>
    </message>
    <message>
        <source>Why, and who says so: {rule}</source>
        <translation>Why, and who says so: {rule}</translation>
    </message>
</context>
<context>
    <name>Demands</name>
    <message>
        <source> or </source>
        <translation> or </translation>
    </message>
    <message>
        <source>A file has at most {most}.</source>
        <translation>A file has at most {most}.</translation>
    </message>
    <message>
        <source>A file has {least} to {most}.</source>
        <translation>A file has {least} to {most}.</translation>
    </message>
    <message>
        <source>A square and a portrait picture for promotions.</source>
        <translation>A square and a portrait picture for promotions.</translation>
    </message>
    <message>
        <source>A white product&apos;s edge shows on white.</source>
        <translation>A white product&apos;s edge shows on white.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>Colour and light</source>
        <translation>Colour and light</translation>
    </message>
    <message>
        <source>Colours are RGB with 8 bits.</source>
        <translation>Colours are RGB with 8 bits.</translation>
    </message>
    <message>
        <source>Details show other sides, a close-up, the product in use.</source>
        <translation>Details show other sides, a close-up, the product in use.</translation>
    </message>
    <message>
        <source>Each side has at least {side} pixels.</source>
        <translation>Each side has at least {side} pixels.</translation>
    </message>
    <message>
        <source>Every pixel of the background is pure white: 255, 255, 255.</source>
        <translation>Every pixel of the background is pure white: 255, 255, 255.</translation>
    </message>
    <message>
        <source>Every pixel of the main picture&apos;s background is pure white: 255, 255, 255.</source>
        <translation>Every pixel of the main picture&apos;s background is pure white: 255, 255, 255.</translation>
    </message>
    <message>
        <source>Every product has one main picture.</source>
        <translation>Every product has one main picture.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Files are {formats}.</source>
        <translation>Files are {formats}.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>No grey rim around the product.</source>
        <translation>No grey rim around the product.</translation>
    </message>
    <message>
        <source>No part of the product is burnt out.</source>
        <translation>No part of the product is burnt out.</translation>
    </message>
    <message>
        <source>No places, serial numbers or thumbnails in the file.</source>
        <translation>No places, serial numbers or thumbnails in the file.</translation>
    </message>
    <message>
        <source>No two pictures are the same.</source>
        <translation>No two pictures are the same.</translation>
    </message>
    <message>
        <source>One detail shows how large the product is.</source>
        <translation>One detail shows how large the product is.</translation>
    </message>
    <message numerus="yes">
        <source>One main picture and up to %Ln details.</source>
        <translation>
            <numerusform>One main picture and up to %Ln detail.</numerusform>
            <numerusform>One main picture and up to %Ln details.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sides of {side} pixels and more look sharp when enlarged.</source>
        <translation>Sides of {side} pixels and more look sharp when enlarged.</translation>
    </message>
    <message>
        <source>Size and shape</source>
        <translation>Size and shape</translation>
    </message>
    <message>
        <source>The colour space is sRGB.</source>
        <translation>The colour space is sRGB.</translation>
    </message>
    <message>
        <source>The file opens.</source>
        <translation>The file opens.</translation>
    </message>
    <message>
        <source>The file&apos;s name ends as its format says.</source>
        <translation>The file&apos;s name ends as its format says.</translation>
    </message>
    <message>
        <source>The frame does not cut the product.</source>
        <translation>The frame does not cut the product.</translation>
    </message>
    <message>
        <source>The long side has at most {side} pixels.</source>
        <translation>The long side has at most {side} pixels.</translation>
    </message>
    <message>
        <source>The main picture is {shapes}.</source>
        <translation>The main picture is {shapes}.</translation>
    </message>
    <message>
        <source>The main picture may have any shape.</source>
        <translation>The main picture may have any shape.</translation>
    </message>
    <message>
        <source>The main picture shows the product.</source>
        <translation>The main picture shows the product.</translation>
    </message>
    <message>
        <source>The photo keeps its camera and time: proof that it is yours.</source>
        <translation>The photo keeps its camera and time: proof that it is yours.</translation>
    </message>
    <message>
        <source>The picture is not dark.</source>
        <translation>The picture is not dark.</translation>
    </message>
    <message>
        <source>The picture is upright without a note that turns it.</source>
        <translation>The picture is upright without a note that turns it.</translation>
    </message>
    <message>
        <source>The product in the picture</source>
        <translation>The product in the picture</translation>
    </message>
    <message>
        <source>The product is not magnified to fill the picture.</source>
        <translation>The product is not magnified to fill the picture.</translation>
    </message>
    <message>
        <source>The product takes at least {share} % of the picture.</source>
        <translation>The product takes at least {share} % of the picture.</translation>
    </message>
    <message>
        <source>The product&apos;s colours are those of the photo.</source>
        <translation>The product&apos;s colours are those of the photo.</translation>
    </message>
    <message>
        <source>What travels along</source>
        <translation>What travels along</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>Which pictures</translation>
    </message>
    <message>
        <source>You look at a doubtful cutout yourself.</source>
        <translation>You look at a doubtful cutout yourself.</translation>
    </message>
    <message>
        <source>good to know</source>
        <translation>good to know</translation>
    </message>
    <message>
        <source>must be</source>
        <translation>must be</translation>
    </message>
    <message>
        <source>should be</source>
        <translation>should be</translation>
    </message>
    <message>
        <source>{shape}: at least {width} × {height}.</source>
        <translation>{shape}: at least {width} × {height}.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>The work broke off. Press Prepare: it goes on from there.</source>
        <translation>The work broke off. Press Prepare: it goes on from there.</translation>
    </message>
</context>
<context>
    <name>EditingOutside</name>
    <message>
        <source>{name} came back from your editor.</source>
        <translation>{name} came back from your editor.</translation>
    </message>
    <message>
        <source>{name} is being made ready for your editor.</source>
        <translation>{name} is being made ready for your editor.</translation>
    </message>
    <message>
        <source>{name} is open in your editor; save it there and it comes back.</source>
        <translation>{name} is open in your editor; save it there and it comes back.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>A folder to upload, every picture in it checked again</source>
        <translation>A folder to upload, every picture in it checked again</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>Cut out and put on pure white, in the marketplace&apos;s size</source>
        <translation>Cut out and put on pure white, in the marketplace&apos;s size</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Deliver</translation>
    </message>
    <message>
        <source>Drop a folder of product photos</source>
        <translation>Drop a folder of product photos</translation>
    </message>
    <message>
        <source>Every picture is checked against the rules; you see the doubtful ones</source>
        <translation>Every picture is checked against the rules; you see the doubtful ones</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Your photos stay as they are, and on this computer.</source>
        <translation>Your photos stay as they are, and on this computer.</translation>
    </message>
    <message>
        <source>Try the samples</source>
        <translation>Try the samples</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>High ({percent} %)</source>
        <translation>High ({percent} %)</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Kept aside</translation>
    </message>
    <message>
        <source>Small ({percent} %)</source>
        <translation>Small ({percent} %)</translation>
    </message>
    <message>
        <source>Some ({percent} %)</source>
        <translation>Some ({percent} %)</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>erased</translation>
    </message>
    <message>
        <source>healed</source>
        <translation>healed</translation>
    </message>
    <message>
        <source>hole opened</source>
        <translation>hole opened</translation>
    </message>
    <message>
        <source>kept by brush</source>
        <translation>kept by brush</translation>
    </message>
    <message>
        <source>no colour profile</source>
        <translation>no colour profile</translation>
    </message>
    <message>
        <source>{colours}, {bits} bits</source>
        <translation>{colours}, {bits} bits</translation>
    </message>
    <message>
        <source>{format}, {size}</source>
        <translation>{format}, {size}</translation>
    </message>
    <message>
        <source>{size}, quality {quality}</source>
        <translation>{size}, quality {quality}</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>fast</source>
        <translation>fast</translation>
    </message>
    <message>
        <source>graphics card, {through}</source>
        <translation>graphics card, {through}</translation>
    </message>
    <message>
        <source>medium speed</source>
        <translation>medium speed</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>processor</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>slow</translation>
    </message>
    <message>
        <source>very slow without a graphics card</source>
        <translation>very slow without a graphics card</translation>
    </message>
    <message>
        <source>{seconds} s a photo here ({device})</source>
        <translation>{seconds} s a photo here ({device})</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>A text file, yours to edit: {folder}</source>
        <translation>A text file, yours to edit: {folder}</translation>
    </message>
    <message>
        <source>Choose program…</source>
        <translation>Choose program…</translation>
    </message>
    <message>
        <source>Choose the program to edit photos in</source>
        <translation>Choose the program to edit photos in</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>Deliver to</translation>
    </message>
    <message>
        <source>Edit in another program</source>
        <translation>Edit in another program</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>Large files; they may be removed: {folder}</source>
        <translation>Large files; they may be removed: {folder}</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Open it with what your system opens TIFF files with</source>
        <translation>Open it with what your system opens TIFF files with</translation>
    </message>
    <message>
        <source>Open: {name}</source>
        <translation>Open: {name}</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programs</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>Projects and files</source>
        <translation>Projects and files</translation>
    </message>
    <message>
        <source>Saved by itself while you work: {folder}</source>
        <translation>Saved by itself while you work: {folder}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Use the system&apos;s</source>
        <translation>Use the system&apos;s</translation>
    </message>
    <message>
        <source>What to send with a report: {folder}</source>
        <translation>What to send with a report: {folder}</translation>
    </message>
    <message>
        <source>What your system opens TIFF files with.</source>
        <translation>What your system opens TIFF files with.</translation>
    </message>
    <message>
        <source>Whitecove&apos;s own</source>
        <translation>Whitecove&apos;s own</translation>
    </message>
    <message>
        <source>You are asked at the first delivery.</source>
        <translation>You are asked at the first delivery.</translation>
    </message>
    <message>
        <source>Your photos are only read. Nothing is sent anywhere.</source>
        <translation>Your photos are only read. Nothing is sent anywhere.</translation>
    </message>
    <message>
        <source>Your work</source>
        <translation>Your work</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>Projects</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Save the project</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Photos of the product</source>
        <translation>Photos of the product</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Shoot again</source>
        <translation>Shoot again</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
</context>
<context>
    <name>Fix</name>
    <message>
        <source>Adjust the light</source>
        <translation>Adjust the light</translation>
    </message>
    <message>
        <source>Allow padding</source>
        <translation>Allow padding</translation>
    </message>
    <message>
        <source>Copy a request for the original</source>
        <translation>Copy a request for the original</translation>
    </message>
    <message>
        <source>Correct by hand</source>
        <translation>Correct by hand</translation>
    </message>
    <message>
        <source>Correct the edge</source>
        <translation>Correct the edge</translation>
    </message>
    <message>
        <source>Erase it</source>
        <translation>Erase it</translation>
    </message>
    <message>
        <source>Get a cutout model</source>
        <translation>Get a cutout model</translation>
    </message>
    <message>
        <source>Keep its shadow</source>
        <translation>Keep its shadow</translation>
    </message>
    <message>
        <source>Open this hole</source>
        <translation>Open this hole</translation>
    </message>
    <message>
        <source>Shade its edge</source>
        <translation>Shade its edge</translation>
    </message>
    <message>
        <source>Shoot again</source>
        <translation>Shoot again</translation>
    </message>
    <message>
        <source>Show it larger</source>
        <translation>Show it larger</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Try another cutout</source>
        <translation>Try another cutout</translation>
    </message>
    <message>
        <source>Use it as it is</source>
        <translation>Use it as it is</translation>
    </message>
</context>
<context>
    <name>Folding</name>
    <message>
        <source>folded</source>
        <translation>folded</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation>Changes at once.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <source>Look at the first ten</source>
        <translation>Look at the first ten</translation>
    </message>
    <message>
        <source>Never connect</source>
        <translation>Never connect</translation>
    </message>
    <message>
        <source>Not even a download that is asked for. Photos never leave this computer in any case.</source>
        <translation>Not even a download that is asked for. Photos never leave this computer in any case.</translation>
    </message>
    <message>
        <source>Show them again</source>
        <translation>Show them again</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>System follows what your desktop is set to.</source>
        <translation>System follows what your desktop is set to.</translation>
    </message>
    <message>
        <source>The environment variable WHITECOVE_OFFLINE forbids it for this session.</source>
        <translation>The environment variable WHITECOVE_OFFLINE forbids it for this session.</translation>
    </message>
    <message>
        <source>The first ten photos of a new folder are shown for review in any case.</source>
        <translation>The first ten photos of a new folder are shown for review in any case.</translation>
    </message>
    <message>
        <source>The hints of the first start.</source>
        <translation>The hints of the first start.</translation>
    </message>
    <message>
        <source>The system&apos;s, or English</source>
        <translation>The system&apos;s, or English</translation>
    </message>
    <message>
        <source>While you work</source>
        <translation>While you work</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Main pictures</source>
        <translation>Main pictures</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>As it fits</source>
        <translation>As it fits</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>By folder</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>By shooting time</source>
        <translation>By shooting time</translation>
    </message>
    <message>
        <source>Each photo by itself</source>
        <translation>Each photo by itself</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>found by itself</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
</context>
<context>
    <name>GroupingBox</name>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Pause that parts two products</source>
        <translation>Pause that parts two products</translation>
    </message>
    <message>
        <source>Way of grouping</source>
        <translation>Way of grouping</translation>
    </message>
</context>
<context>
    <name>HeldBackRow</name>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix first</source>
        <translation>Fix first</translation>
    </message>
    <message>
        <source>Fix first: {products}</source>
        <translation>Fix first: {products}</translation>
    </message>
    <message>
        <source>{photos} · {products}</source>
        <translation>{photos} · {products}</translation>
    </message>
    <message>
        <source>{names} and {number} more</source>
        <translation>{names} and {number} more</translation>
    </message>
</context>
<context>
    <name>Info</name>
    <message numerus="yes">
        <source>%Ln settings of its own</source>
        <translation>
            <numerusform>%Ln setting of its own</numerusform>
            <numerusform>%Ln settings of its own</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Choose a photo to see what is known of it.</source>
        <translation>Choose a photo to see what is known of it.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>Copy SHA-256</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>Cut out</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>It does not say</source>
        <translation>It does not say</translation>
    </message>
    <message>
        <source>More is known once it is prepared.</source>
        <translation>More is known once it is prepared.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>Used as</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Written as</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>A project is opened alone: it was left out beside the photos.</source>
        <translation>A project is opened alone: it was left out beside the photos.</translation>
    </message>
    <message>
        <source>Choose a folder of photos</source>
        <translation>Choose a folder of photos</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>One project is opened at a time: the others were left out.</source>
        <translation>One project is opened at a time: the others were left out.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Open a project</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>There are no photos in what was given.</source>
        <translation>There are no photos in what was given.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation>Nothing has that name.</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>What do you want to do?</translation>
    </message>
</context>
<context>
    <name>MarketplaceChoice</name>
    <message>
        <source>Marketplace</source>
        <translation>Marketplace</translation>
    </message>
    <message>
        <source>What they demand…</source>
        <translation>What they demand…</translation>
    </message>
</context>
<context>
    <name>MarketplacesPage</name>
    <message numerus="yes">
        <source>%Ln rules</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
    <message>
        <source>Check a file of rules</source>
        <translation>Check a file of rules</translation>
    </message>
    <message>
        <source>Check a file of rules…</source>
        <translation>Check a file of rules…</translation>
    </message>
    <message>
        <source>Detail pictures</source>
        <translation>Detail pictures</translation>
    </message>
    <message>
        <source>Every picture is checked against these rules before it is ready.</source>
        <translation>Every picture is checked against these rules before it is ready.</translation>
    </message>
    <message>
        <source>Main pictures</source>
        <translation>Main pictures</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marketplace</translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation>Marketplaces</translation>
    </message>
    <message>
        <source>One for each colour or kind that names tell apart.</source>
        <translation>One for each colour or kind that names tell apart.</translation>
    </message>
    <message>
        <source>Pictures made in one run</source>
        <translation>Pictures made in one run</translation>
    </message>
    <message>
        <source>Rules (*.toml)</source>
        <translation>Rules (*.toml)</translation>
    </message>
    <message>
        <source>Rules of your own</source>
        <translation>Rules of your own</translation>
    </message>
    <message>
        <source>The other photos, as chosen under Preparing.</source>
        <translation>The other photos, as chosen under Preparing.</translation>
    </message>
    <message>
        <source>The product cut out on pure white, one for each product.</source>
        <translation>The product cut out on pure white, one for each product.</translation>
    </message>
    <message>
        <source>Variant pictures</source>
        <translation>Variant pictures</translation>
    </message>
    <message>
        <source>Your own marketplace&apos;s rules as a file: everything that is wrong with it is named.</source>
        <translation>Your own marketplace&apos;s rules as a file: everything that is wrong with it is named.</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>and {number} more</translation>
    </message>
    <message numerus="yes">
        <source>{file} has %Ln problems:</source>
        <translation>
            <numerusform>{file} has %Ln problem:</numerusform>
            <numerusform>{file} has %Ln problems:</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is sound: {name}, {rules}.</source>
        <translation>{file} is sound: {name}, {rules}.</translation>
    </message>
    <message>
        <source>{rules}, read {date}. Marketplaces publish little and change it without notice.</source>
        <translation>{rules}, read {date}. Marketplaces publish little and change it without notice.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>A sample photo is cut out…</source>
        <translation>A sample photo is cut out…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Cut a sample photo out with it, and take the time</source>
        <translation>Cut a sample photo out with it, and take the time</translation>
    </message>
    <message>
        <source>Damaged, not used</source>
        <translation>Damaged, not used</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Download again</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>It is removed…</source>
        <translation>It is removed…</translation>
    </message>
    <message>
        <source>Its bytes are looked at…</source>
        <translation>Its bytes are looked at…</translation>
    </message>
    <message>
        <source>Its licence forbids pictures that sell something.</source>
        <translation>Its licence forbids pictures that sell something.</translation>
    </message>
    <message>
        <source>Leaving off…</source>
        <translation>Leaving off…</translation>
    </message>
    <message>
        <source>Look at its bytes again</source>
        <translation>Look at its bytes again</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>My pictures sell nothing: take it all the same</source>
        <translation>My pictures sell nothing: take it all the same</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>Not here</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove it?</source>
        <translation>Remove it?</translation>
    </message>
    <message>
        <source>Say first that your pictures sell nothing</source>
        <translation>Say first that your pictures sell nothing</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Your own model, shown photos as {kind} is.</source>
        <translation>Your own model, shown photos as {kind} is.</translation>
    </message>
    <message>
        <source>licence: ask who made it</source>
        <translation>licence: ask who made it</translation>
    </message>
    <message>
        <source>{done} of {whole} from {host}</source>
        <translation>{done} of {whole} from {host}</translation>
    </message>
    <message>
        <source>{kept} of {whole} here</source>
        <translation>{kept} of {whole} here</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>{seconds} s left</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>{size} a second</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A model&apos;s file from elsewhere</source>
        <translation>A model&apos;s file from elsewhere</translation>
    </message>
    <message>
        <source>Choose a model&apos;s file</source>
        <translation>Choose a model&apos;s file</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>Computed on</translation>
    </message>
    <message>
        <source>Cutouts and models</source>
        <translation>Cutouts and models</translation>
    </message>
    <message>
        <source>Cutouts work without any model. A model helps where the backdrop is not plain.</source>
        <translation>Cutouts work without any model. A model helps where the backdrop is not plain.</translation>
    </message>
    <message>
        <source>Downloaded, and its bytes are right.</source>
        <translation>Downloaded, and its bytes are right.</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>From a file</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Import a file…</translation>
    </message>
    <message>
        <source>Imported, and its bytes are right.</source>
        <translation>Imported, and its bytes are right.</translation>
    </message>
    <message>
        <source>It is recognised by its content. Models lie in {folder}</source>
        <translation>It is recognised by its content. Models lie in {folder}</translation>
    </message>
    <message>
        <source>Its bytes are right.</source>
        <translation>Its bytes are right.</translation>
    </message>
    <message>
        <source>Its file is damaged, so it is not used.</source>
        <translation>Its file is damaged, so it is not used.</translation>
    </message>
    <message>
        <source>Left off.</source>
        <translation>Left off.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Measuring…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Models (*.onnx);;All files (*)</source>
        <translation>Models (*.onnx);;All files (*)</translation>
    </message>
    <message>
        <source>Never connect</source>
        <translation>Never connect</translation>
    </message>
    <message>
        <source>Never connect is on</source>
        <translation>Never connect is on</translation>
    </message>
    <message>
        <source>Nothing: what models need is not installed. The built-in way works.</source>
        <translation>Nothing: what models need is not installed. The built-in way works.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>The built-in way</source>
        <translation>The built-in way</translation>
    </message>
    <message>
        <source>The environment variable WHITECOVE_OFFLINE forbids it for this session.</source>
        <translation>The environment variable WHITECOVE_OFFLINE forbids it for this session.</translation>
    </message>
    <message>
        <source>The {device}, as you chose under Preparing.</source>
        <translation>The {device}, as you chose under Preparing.</translation>
    </message>
    <message>
        <source>The {device}: it was found, and is used as long as it works.</source>
        <translation>The {device}: it was found, and is used as long as it works.</translation>
    </message>
    <message>
        <source>The {device}: no graphics card was found that can be used.</source>
        <translation>The {device}: no graphics card was found that can be used.</translation>
    </message>
    <message>
        <source>Whitecove connects to nothing but a model&apos;s address, and only when you press Download.</source>
        <translation>Whitecove connects to nothing but a model&apos;s address, and only when you press Download.</translation>
    </message>
    <message>
        <source>Works now, no download: plain backdrops, glass, white on white.</source>
        <translation>Works now, no download: plain backdrops, glass, white on white.</translation>
    </message>
    <message>
        <source>{file} is looked at…</source>
        <translation>{file} is looked at…</translation>
    </message>
    <message>
        <source>{file} is tried on a photo…</source>
        <translation>{file} is tried on a photo…</translation>
    </message>
    <message>
        <source>{name} is here now.</source>
        <translation>{name} is here now.</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>10 MB, read as 10,000,000 bytes. There is no smallest size.</source>
        <translation>10 MB, read as 10,000,000 bytes. There is no smallest size.</translation>
    </message>
    <message>
        <source>1:1, or 3:4, which is the norm for clothes. The API text only advises 1:1 to 1:1.3.</source>
        <translation>1:1, or 3:4, which is the norm for clothes. The API text only advises 1:1 to 1:1.3.</translation>
    </message>
    <message>
        <source>2000 is what the article and the note advise; the photo bank itself refuses only above 5000. Larger files load slower and gain nothing.</source>
        <translation>2000 is what the article and the note advise; the photo bank itself refuses only above 5000. Larger files load slower and gain nothing.</translation>
    </message>
    <message>
        <source>3 MB, read as 3,000,000 bytes: inside the limit whichever way MB is read. There is no smallest size.</source>
        <translation>3 MB, read as 3,000,000 bytes: inside the limit whichever way MB is read. There is no smallest size.</translation>
    </message>
    <message>
        <source>30 pictures in all: one main and 29 more. An older page of the same documentation says 10.</source>
        <translation>30 pictures in all: one main and 29 more. An older page of the same documentation says 10.</translation>
    </message>
    <message>
        <source>8-bit RGB.</source>
        <translation>8-bit RGB.</translation>
    </message>
    <message>
        <source>800 x 800 for squares, 750 x 1000 for 3:4; smaller pictures are refused.</source>
        <translation>800 x 800 for squares, 750 x 1000 for 3:4; smaller pictures are refused.</translation>
    </message>
    <message>
        <source>800 x 800 is what the white fifth picture must have.</source>
        <translation>800 x 800 is what the white fifth picture must have.</translation>
    </message>
    <message>
        <source>A cutout is always placed on exact white.</source>
        <translation>A cutout is always placed on exact white.</translation>
    </message>
    <message>
        <source>A square of at least 800 x 800 and a portrait of at least 750 x 1000. AliExpress&apos;s diagnosis lists missing ones as something to improve; it refuses nothing.</source>
        <translation>A square of at least 800 x 800 and a portrait of at least 750 x 1000. AliExpress&apos;s diagnosis lists missing ones as something to improve; it refuses nothing.</translation>
    </message>
    <message>
        <source>A truncated, damaged or animated file is refused, or shown broken.</source>
        <translation>A truncated, damaged or animated file is refused, or shown broken.</translation>
    </message>
    <message>
        <source>A white page is no product picture.</source>
        <translation>A white page is no product picture.</translation>
    </message>
    <message>
        <source>All-rounder: the full-size brother of u2netp</source>
        <translation>All-rounder: the full-size brother of u2netp</translation>
    </message>
    <message>
        <source>All-rounder: the full-size brother of u2netp.</source>
        <translation>All-rounder: the full-size brother of u2netp.</translation>
    </message>
    <message>
        <source>Amazon&apos;s text gives no limit; third parties say 10 MB.</source>
        <translation>Amazon&apos;s text gives no limit; third parties say 10 MB.</translation>
    </message>
    <message>
        <source>Another page adds WebP.</source>
        <translation>Another page adds WebP.</translation>
    </message>
    <message>
        <source>Busy scenes, hair and mesh; slow without a graphics card</source>
        <translation>Busy scenes, hair and mesh; slow without a graphics card</translation>
    </message>
    <message>
        <source>Busy scenes, hair and mesh; slow without a graphics card.</source>
        <translation>Busy scenes, hair and mesh; slow without a graphics card.</translation>
    </message>
    <message>
        <source>Changing a name&apos;s extension does not convert the picture, and it is refused.</source>
        <translation>Changing a name&apos;s extension does not convert the picture, and it is refused.</translation>
    </message>
    <message>
        <source>Claimed, unverified: CMYK JPEG is refused. Grey, palette and 16-bit files are shown differently by different viewers.</source>
        <translation>Claimed, unverified: CMYK JPEG is refused. Grey, palette and 16-bit files are shown differently by different viewers.</translation>
    </message>
    <message>
        <source>Claimed, unverified: CMYK files and files renamed to another format are 41 % of failed uploads.</source>
        <translation>Claimed, unverified: CMYK files and files renamed to another format are 41 % of failed uploads.</translation>
    </message>
    <message>
        <source>Claimed, unverified: more than 85 % similarity to another seller&apos;s picture (mirrored, recoloured or cropped too) raises a theft warning, and an appeal wants the original with its EXIF time and camera, the chain of authorisation and a model release.</source>
        <translation>Claimed, unverified: more than 85 % similarity to another seller&apos;s picture (mirrored, recoloured or cropped too) raises a theft warning, and an appeal wants the original with its EXIF time and camera, the chain of authorisation and a model release.</translation>
    </message>
    <message>
        <source>Claimed, unverified: one detail with a scale or an object to compare with is obligatory since 2023-11, and listings without are shown further down. Told by names and folders (size, 尺码), or by a person.</source>
        <translation>Claimed, unverified: one detail with a scale or an object to compare with is obligatory since 2023-11, and listings without are shown further down. Told by names and folders (size, 尺码), or by a person.</translation>
    </message>
    <message>
        <source>Amazon says 85 % of the image area, which not even a disc that touches all four sides reaches; others say of the frame. Read to the whole per cent. The longer side of the product&apos;s box is measured, its area reported beside it; a fill of 95 % brings compact products over it.</source>
        <translation>Amazon says 85 % of the image area, which not even a disc that touches all four sides reaches; others say of the frame. Read to the whole per cent. The longer side of the product&apos;s box is measured, its area reported beside it; a fill of 95 % brings compact products over it.</translation>
    </message>
    <message>
        <source>Another guide says that Amazon takes CMYK, too. The colour profile&apos;s behaviour counts, not its name.</source>
        <translation>Another guide says that Amazon takes CMYK, too. The colour profile&apos;s behaviour counts, not its name.</translation>
    </message>
    <message>
        <source>Claimed, unverified: the upload page refuses files over 2 MB with IMG_007; the API takes up to 5 MB, 10 calls a second.</source>
        <translation>Claimed, unverified: the upload page refuses files over 2 MB with IMG_007; the API takes up to 5 MB, 10 calls a second.</translation>
    </message>
    <message>
        <source>Claimed, unverified: without the image type (main or detail), details are judged as mains; content errors come back as 40003.</source>
        <translation>Claimed, unverified: without the image type (main or detail), details are judged as mains; content errors come back as 40003.</translation>
    </message>
    <message>
        <source>Compares the product in the file with the photo, after colour management.</source>
        <translation>Compares the product in the file with the photo, after colour management.</translation>
    </message>
    <message>
        <source>Difficult edges</source>
        <translation>Difficult edges</translation>
    </message>
    <message>
        <source>Difficult edges.</source>
        <translation>Difficult edges.</translation>
    </message>
    <message>
        <source>Exact white (255, 255, 255) is obligatory for the main picture; a listing without it vanishes from search.</source>
        <translation>Exact white (255, 255, 255) is obligatory for the main picture; a listing without it vanishes from search.</translation>
    </message>
    <message>
        <source>Fast and small: one clear product, also on slow computers</source>
        <translation>Fast and small: one clear product, also on slow computers</translation>
    </message>
    <message>
        <source>Fast and small: one clear product, also on slow computers. Fine parts are left to the backdrop&apos;s edge.</source>
        <translation>Fast and small: one clear product, also on slow computers. Fine parts are left to the backdrop&apos;s edge.</translation>
    </message>
    <message>
        <source>Five square pictures in all: one main and four details.</source>
        <translation>Five square pictures in all: one main and four details.</translation>
    </message>
    <message>
        <source>From 1000 px on buyers can zoom; 1600 and more are advised.</source>
        <translation>From 1000 px on buyers can zoom; 1600 and more are advised.</translation>
    </message>
    <message>
        <source>From 1000 x 1000 on a picture can be enlarged by the buyer without looking soft.</source>
        <translation>From 1000 x 1000 on a picture can be enlarged by the buyer without looking soft.</translation>
    </message>
    <message>
        <source>GIF must not be animated; WebP is refused.</source>
        <translation>GIF must not be animated; WebP is refused.</translation>
    </message>
    <message>
        <source>How likely a person would reject the cutout, 0 to 1.</source>
        <translation>How likely a person would reject the cutout, 0 to 1.</translation>
    </message>
    <message>
        <source>Larger pictures are refused.</source>
        <translation>Larger pictures are refused.</translation>
    </message>
    <message>
        <source>Measured 2 to 3 px inside the outline, within 6 levels of white.</source>
        <translation>Measured 2 to 3 px inside the outline, within 6 levels of white.</translation>
    </message>
    <message>
        <source>Nearly as good as u2net at a quarter of its size</source>
        <translation>Nearly as good as u2net at a quarter of its size</translation>
    </message>
    <message>
        <source>Nearly as good as u2net at a quarter of its size.</source>
        <translation>Nearly as good as u2net at a quarter of its size.</translation>
    </message>
    <message>
        <source>Nine pictures in all: one main and eight more; it varies by category.</source>
        <translation>Nine pictures in all: one main and eight more; it varies by category.</translation>
    </message>
    <message>
        <source>No size is obligatory; from 700 x 700 on the buyer gets the magnifying glass. 3:4 pictures must have 750 x 1000.</source>
        <translation>No size is obligatory; from 700 x 700 on the buyer gets the magnifying glass. 3:4 pictures must have 750 x 1000.</translation>
    </message>
    <message>
        <source>Of clothes on a model it is usual that the frame cuts the model.</source>
        <translation>Of clothes on a model it is usual that the frame cuts the model.</translation>
    </message>
    <message>
        <source>Other sides, a close-up, the product in use, its size. Names and folders say what a detail shows; where they say nothing, nothing is claimed.</source>
        <translation>Other sides, a close-up, the product in use, its size. Names and folders say what a detail shows; where they say nothing, nothing is claimed.</translation>
    </message>
    <message>
        <source>Ozon&apos;s own documentation gives no size.</source>
        <translation>Ozon&apos;s own documentation gives no size.</translation>
    </message>
    <message>
        <source>Positions, serial numbers, thumbnails of the uncut photo and maker notes stay at home.</source>
        <translation>Positions, serial numbers, thumbnails of the uncut photo and maker notes stay at home.</translation>
    </message>
    <message>
        <source>Says how much the product was magnified to fill the canvas.</source>
        <translation>Says how much the product was magnified to fill the canvas.</translation>
    </message>
    <message>
        <source>Search shows 3:4 in full; other shapes are stretched to fit, or get margins.</source>
        <translation>Search shows 3:4 in full; other shapes are stretched to fit, or get margins.</translation>
    </message>
    <message>
        <source>Search shows the main picture; without one, the others may not be shown.</source>
        <translation>Search shows the main picture; without one, the others may not be shown.</translation>
    </message>
    <message>
        <source>Sharp edges and thin parts, at 1024 pixels; needs about 3 GB of memory</source>
        <translation>Sharp edges and thin parts, at 1024 pixels; needs about 3 GB of memory</translation>
    </message>
    <message>
        <source>Sharp edges and thin parts, at 1024 pixels; needs about 3 GB of memory.</source>
        <translation>Sharp edges and thin parts, at 1024 pixels; needs about 3 GB of memory.</translation>
    </message>
    <message>
        <source>Six pictures in all: one main and five details.</source>
        <translation>Six pictures in all: one main and five details.</translation>
    </message>
    <message>
        <source>Square is advice, not a rule.</source>
        <translation>Square is advice, not a rule.</translation>
    </message>
    <message>
        <source>Square is advised; 3:4 is shown instead only where there is a 3:4 video.</source>
        <translation>Square is advised; 3:4 is shown instead only where there is a 3:4 video.</translation>
    </message>
    <message>
        <source>The agency article calls exact white obligatory for the first picture, the form for the square marketing picture; the API text says white or one solid colour.</source>
        <translation>The agency article calls exact white obligatory for the first picture, the form for the square marketing picture; the API text says white or one solid colour.</translation>
    </message>
    <message>
        <source>The agency article sees more than 75 % in the best tenth of listings, the API text advises more than 70 %; neither says of what. The longer side of the product&apos;s box is measured, its area reported beside it.</source>
        <translation>The agency article sees more than 75 % in the best tenth of listings, the API text advises more than 70 %; neither says of what. The longer side of the product&apos;s box is measured, its area reported beside it.</translation>
    </message>
    <message>
        <source>The agency pages call white obligatory; Ozon&apos;s documentation does not speak of it.</source>
        <translation>The agency pages call white obligatory; Ozon&apos;s documentation does not speak of it.</translation>
    </message>
    <message>
        <source>The band of 8 px around the product holds its soft edge and JPEG&apos;s ripple, and no more.</source>
        <translation>The band of 8 px around the product holds its soft edge and JPEG&apos;s ripple, and no more.</translation>
    </message>
    <message>
        <source>The band of 8 px around the product holds its soft edge and JPEG&apos;s ripple, and no more. A photo in its scene has no such band.</source>
        <translation>The band of 8 px around the product holds its soft edge and JPEG&apos;s ripple, and no more. A photo in its scene has no such band.</translation>
    </message>
    <message>
        <source>The best edges in busy scenes; large, and very slow without a graphics card</source>
        <translation>The best edges in busy scenes; large, and very slow without a graphics card</translation>
    </message>
    <message>
        <source>The best edges in busy scenes; large, and very slow without a graphics card.</source>
        <translation>The best edges in busy scenes; large, and very slow without a graphics card.</translation>
    </message>
    <message>
        <source>The colour profile&apos;s behaviour counts, not its name.</source>
        <translation>The colour profile&apos;s behaviour counts, not its name.</translation>
    </message>
    <message>
        <source>The extension must agree with the content.</source>
        <translation>The extension must agree with the content.</translation>
    </message>
    <message>
        <source>The first picture of each product is its main one.</source>
        <translation>The first picture of each product is its main one.</translation>
    </message>
    <message>
        <source>The form and the API take JPEG and PNG only.</source>
        <translation>The form and the API take JPEG and PNG only.</translation>
    </message>
    <message>
        <source>The main picture shows the product in full. Of clothes on a model it is usual that the frame cuts the model.</source>
        <translation>The main picture shows the product in full. Of clothes on a model it is usual that the frame cuts the model.</translation>
    </message>
    <message>
        <source>The picture space stores GIF, too, but product pages do not show it.</source>
        <translation>The picture space stores GIF, too, but product pages do not show it.</translation>
    </message>
    <message>
        <source>The picture that search shows.</source>
        <translation>The picture that search shows.</translation>
    </message>
    <message>
        <source>The pixels themselves must be upright.</source>
        <translation>The pixels themselves must be upright.</translation>
    </message>
    <message>
        <source>The product must not be cut by the frame.</source>
        <translation>The product must not be cut by the frame.</translation>
    </message>
    <message>
        <source>Viewers without colour management show other colour profiles too dull or too garish. The colour profile&apos;s behaviour counts, not its name.</source>
        <translation>Viewers without colour management show other colour profiles too dull or too garish. The colour profile&apos;s behaviour counts, not its name.</translation>
    </message>
    <message>
        <source>The share of the product at 254 or more in all channels.</source>
        <translation>The share of the product at 254 or more in all channels.</translation>
    </message>
    <message>
        <source>Claimed, unverified: pictures with a mean brightness under 120 lose the thumbnail in search. On white this hardly ever happens, so the product&apos;s own brightness is reported beside it.</source>
        <translation>Claimed, unverified: pictures with a mean brightness under 120 lose the thumbnail in search. On white this hardly ever happens, so the product&apos;s own brightness is reported beside it.</translation>
    </message>
    <message>
        <source>Third parties say 1000, which is what Amazon asks for zooming.</source>
        <translation>Third parties say 1000, which is what Amazon asks for zooming.</translation>
    </message>
    <message>
        <source>Two photos are nearly identical where at most this many of the 64 bits of their perceptual hashes differ.</source>
        <translation>Two photos are nearly identical where at most this many of the 64 bits of their perceptual hashes differ.</translation>
    </message>
    <message>
        <source>Two photos are nearly identical where at most this many of the 64 bits of their perceptual hashes differ. Of 118 real photos, saved again or reduced ones differ by 0 to 4; the nearest two of different products, plain backs of two T-shirts, by 6.</source>
        <translation>Two photos are nearly identical where at most this many of the 64 bits of their perceptual hashes differ. Of 118 real photos, saved again or reduced ones differ by 0 to 4; the nearest two of different products, plain backs of two T-shirts, by 6.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Put together</translation>
    </message>
    <message>
        <source>There is a product “{name}” already. Put both together?</source>
        <translation>There is a product “{name}” already. Put both together?</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message>
        <source>Files are being delivered: it takes a moment.</source>
        <translation>Files are being delivered: it takes a moment.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Photos are being prepared. What is finished is kept, and the rest goes on next time.</source>
        <translation>Photos are being prepared. What is finished is kept, and the rest goes on next time.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stop and close</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Centre the product, or stand it on a common baseline.</source>
        <translation>Centre the product, or stand it on a common baseline.</translation>
    </message>
    <message>
        <source>Cutout</source>
        <translation>Cutout</translation>
    </message>
    <message>
        <source>Detail pictures: keep the scene, cut out on white, or pad the scene to the shape.</source>
        <translation>Detail pictures: keep the scene, cut out on white, or pad the scene to the shape.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposure</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Fill</translation>
    </message>
    <message>
        <source>How the product is cut out of its backdrop.</source>
        <translation>How the product is cut out of its backdrop.</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Its own</translation>
    </message>
    <message>
        <source>Keep edges</source>
        <translation>Keep edges</translation>
    </message>
    <message>
        <source>Lightens or darkens all of the photo; reported as a change of its colours.</source>
        <translation>Lightens or darkens all of the photo; reported as a change of its colours.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Padded</source>
        <translation>Padded</translation>
    </message>
    <message>
        <source>Pick what was white or grey; reported as a change of its colours.</source>
        <translation>Pick what was white or grey; reported as a change of its colours.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Scene</translation>
    </message>
    <message>
        <source>Shade the outermost pixels of white goods a little, so that they show on white.</source>
        <translation>Shade the outermost pixels of white goods a little, so that they show on white.</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>Share of the canvas that the product&apos;s longest side takes.</source>
        <translation>Share of the canvas that the product&apos;s longest side takes.</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Straighten</translation>
    </message>
    <message>
        <source>Turns the photo until what stands is upright.</source>
        <translation>Turns the photo until what stands is upright.</translation>
    </message>
    <message>
        <source>Under cut-out products: none, the photo&apos;s own soft shadow, or a made one for what stands.</source>
        <translation>Under cut-out products: none, the photo&apos;s own soft shadow, or a made one for what stands.</translation>
    </message>
    <message>
        <source>White</source>
        <translation>White</translation>
    </message>
    <message>
        <source>White point</source>
        <translation>White point</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>As usual</source>
        <translation>As usual</translation>
    </message>
    <message>
        <source>As usual: {value}</source>
        <translation>As usual: {value}</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>A folder is a product</source>
        <translation>A folder is a product</translation>
    </message>
    <message>
        <source>A photo is a product</source>
        <translation>A photo is a product</translation>
    </message>
    <message>
        <source>Allow plain padding when a picture cannot reach the smallest file size otherwise.</source>
        <translation>Allow plain padding when a picture cannot reach the smallest file size otherwise.</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artist</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>Backdrop is white</source>
        <translation>Backdrop is white</translation>
    </message>
    <message>
        <source>By file names</source>
        <translation>By file names</translation>
    </message>
    <message>
        <source>By pauses between shots</source>
        <translation>By pauses between shots</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Canvas</translation>
    </message>
    <message>
        <source>Centre the product, or stand it on a common baseline.</source>
        <translation>Centre the product, or stand it on a common baseline.</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>Centred</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>Computed on</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>Copyright</translation>
    </message>
    <message>
        <source>Cutout</source>
        <translation>Cutout</translation>
    </message>
    <message>
        <source>Detail pictures: keep the scene, cut out on white, or pad the scene to the shape.</source>
        <translation>Detail pictures: keep the scene, cut out on white, or pad the scene to the shape.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>EXIF artist to write.</source>
        <translation>EXIF artist to write.</translation>
    </message>
    <message>
        <source>EXIF copyright to write.</source>
        <translation>EXIF copyright to write.</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>File names</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Fill</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>Found by itself</translation>
    </message>
    <message>
        <source>Glass and white on white</source>
        <translation>Glass and white on white</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Graphics card</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Grouping</translation>
    </message>
    <message>
        <source>How doubtful a cutout may be before you are asked.</source>
        <translation>How doubtful a cutout may be before you are asked.</translation>
    </message>
    <message>
        <source>How long a pause between two shots parts two products, where times group.</source>
        <translation>How long a pause between two shots parts two products, where times group.</translation>
    </message>
    <message>
        <source>How often a cutout model looks at a photo: as often as helps, or once.</source>
        <translation>How often a cutout model looks at a photo: as often as helps, or once.</translation>
    </message>
    <message>
        <source>Keep camera</source>
        <translation>Keep camera</translation>
    </message>
    <message>
        <source>Keep capture time and camera in the written EXIF.</source>
        <translation>Keep capture time and camera in the written EXIF.</translation>
    </message>
    <message>
        <source>Keep edges</source>
        <translation>Keep edges</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Latin names</source>
        <translation>Latin names</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>How photos become products.</source>
        <translation>How photos become products.</translation>
    </message>
    <message>
        <source>As often as it helps</source>
        <translation>As often as it helps</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>Make the backdrop the white point of all photos of one camera and session: it was white when you saw it.</source>
        <translation>Make the backdrop the white point of all photos of one camera and session: it was white when you saw it.</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marketplace</translation>
    </message>
    <message>
        <source>Marketplace and pictures</source>
        <translation>Marketplace and pictures</translation>
    </message>
    <message>
        <source>Marketplace&apos;s</source>
        <translation>Marketplace&apos;s</translation>
    </message>
    <message>
        <source>Model passes</source>
        <translation>Model passes</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>On a baseline</source>
        <translation>On a baseline</translation>
    </message>
    <message>
        <source>Once, fast</source>
        <translation>Once, fast</translation>
    </message>
    <message>
        <source>Padded</source>
        <translation>Padded</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Plain backdrop</source>
        <translation>Plain backdrop</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processor</translation>
    </message>
    <message>
        <source>Products and file names</source>
        <translation>Products and file names</translation>
    </message>
    <message>
        <source>Review from</source>
        <translation>Review from</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Scene</translation>
    </message>
    <message>
        <source>Shade the outermost pixels of white goods a little, so that they show on white.</source>
        <translation>Shade the outermost pixels of white goods a little, so that they show on white.</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Share of the canvas that the product&apos;s longest side takes.</source>
        <translation>Share of the canvas that the product&apos;s longest side takes.</translation>
    </message>
    <message>
        <source>Shooting gap</source>
        <translation>Shooting gap</translation>
    </message>
    <message>
        <source>The long side of the picture.</source>
        <translation>The long side of the picture.</translation>
    </message>
    <message>
        <source>The photo&apos;s</source>
        <translation>The photo&apos;s</translation>
    </message>
    <message>
        <source>The product on white</source>
        <translation>The product on white</translation>
    </message>
    <message>
        <source>The shape of the main picture.</source>
        <translation>The shape of the main picture.</translation>
    </message>
    <message>
        <source>Under cut-out products: none, the photo&apos;s own soft shadow, or a made one for what stands.</source>
        <translation>Under cut-out products: none, the photo&apos;s own soft shadow, or a made one for what stands.</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variants</translation>
    </message>
    <message>
        <source>What computes cutout models. Automatic takes the graphics card where one works.</source>
        <translation>What computes cutout models. Automatic takes the graphics card where one works.</translation>
    </message>
    <message>
        <source>What cuts the product out of the photo.</source>
        <translation>What cuts the product out of the photo.</translation>
    </message>
    <message>
        <source>What {lang} stands for in file names.</source>
        <translation>What {lang} stands for in file names.</translation>
    </message>
    <message>
        <source>Which pictures are made of a product.</source>
        <translation>Which pictures are made of a product.</translation>
    </message>
    <message>
        <source>White</source>
        <translation>White</translation>
    </message>
    <message>
        <source>White point</source>
        <translation>White point</translation>
    </message>
    <message>
        <source>Whose rules the pictures must keep.</source>
        <translation>Whose rules the pictures must keep.</translation>
    </message>
    <message>
        <source>Write all names in Latin letters (红色 becomes HongSe).</source>
        <translation>Write all names in Latin letters (红色 becomes HongSe).</translation>
    </message>
    <message>
        <source>Written into the files</source>
        <translation>Written into the files</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>{sku} {variant} {role} {nn} {pt} {date} {lang} stand for what they say. Empty: as the marketplace wants them.</source>
        <translation>{sku} {variant} {role} {nn} {pt} {date} {lang} stand for what they say. Empty: as the marketplace wants them.</translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>Edit in another program</source>
        <translation>Edit in another program</translation>
    </message>
    <message>
        <source>No program opens TIFF files here. Choose one in the settings, Projects and files.</source>
        <translation>No program opens TIFF files here. Choose one in the settings, Projects and files.</translation>
    </message>
    <message>
        <source>What was saved of {name} in your editor cannot be read. Save it there again, as TIFF.</source>
        <translation>What was saved of {name} in your editor cannot be read. Save it there again, as TIFF.</translation>
    </message>
    <message>
        <source>{name} could not be made ready for your editor. Try it again.</source>
        <translation>{name} could not be made ready for your editor. Try it again.</translation>
    </message>
    <message>
        <source>{name} was not opened in your editor. {reason}</source>
        <translation>{name} was not opened in your editor. {reason}</translation>
    </message>
    <message>
        <source>{program} could not be started. Choose your editor in the settings, Projects and files.</source>
        <translation>{program} could not be started. Choose your editor in the settings, Projects and files.</translation>
    </message>
</context>
<context>
    <name>OwnModelRow</name>
    <message>
        <source>Name of your model</source>
        <translation>Name of your model</translation>
    </message>
    <message>
        <source>Shown photos as</source>
        <translation>Shown photos as</translation>
    </message>
    <message>
        <source>Take it as a model of your own</source>
        <translation>Take it as a model of your own</translation>
    </message>
    <message>
        <source>Try and take it</source>
        <translation>Try and take it</translation>
    </message>
    <message>
        <source>its name, such as mugs</source>
        <translation>its name, such as mugs</translation>
    </message>
    <message>
        <source>u2net: 320 pixels. dis: 1024 pixels. It is tried on a photo first.</source>
        <translation>u2net: 320 pixels. dis: 1024 pixels. It is tried on a photo first.</translation>
    </message>
</context>
<context>
    <name>PhotosModel</name>
    <message>
        <source>detail</source>
        <translation>detail</translation>
    </message>
    <message>
        <source>kept aside</source>
        <translation>kept aside</translation>
    </message>
    <message>
        <source>main picture</source>
        <translation>main picture</translation>
    </message>
    <message>
        <source>page picture</source>
        <translation>page picture</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>variant</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Only this photo</source>
        <translation>Only this photo</translation>
    </message>
    <message>
        <source>Use it for all</source>
        <translation>Use it for all</translation>
    </message>
    <message numerus="yes">
        <source>Use it for the other %n photos of this camera and session?</source>
        <translation>
            <numerusform>Use it for the other %n photos of this camera and session?</numerusform>
            <numerusform>Use it for the other %n photos of this camera and session?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use it for the other %n photos of this folder?</source>
        <translation>
            <numerusform>Use it for the other %n photos of this folder?</numerusform>
            <numerusform>Use it for the other %n photos of this folder?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Long page picture</source>
        <translation>Long page picture</translation>
    </message>
    <message>
        <source>Main picture</source>
        <translation>Main picture</translation>
    </message>
    <message>
        <source>Marketing picture 1:1</source>
        <translation>Marketing picture 1:1</translation>
    </message>
    <message>
        <source>Marketing picture 3:4</source>
        <translation>Marketing picture 3:4</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Transparent picture</source>
        <translation>Transparent picture</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>{place} {number}</source>
        <translation>{place} {number}</translation>
    </message>
    <message>
        <source>{place}, {variant}</source>
        <translation>{place}, {variant}</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Your settings could not be written ({problem}). Correct the file or delete it: {file}</source>
        <translation>Your settings could not be written ({problem}). Correct the file or delete it: {file}</translation>
    </message>
</context>
<context>
    <name>PreparingPage</name>
    <message>
        <source>All as usual</source>
        <translation>All as usual</translation>
    </message>
    <message>
        <source>All options are as usual.</source>
        <translation>All options are as usual.</translation>
    </message>
    <message>
        <source>How photos become pictures. It holds at once, for this project and the next ones.</source>
        <translation>How photos become pictures. It holds at once, for this project and the next ones.</translation>
    </message>
    <message>
        <source>Load a preset</source>
        <translation>Load a preset</translation>
    </message>
    <message>
        <source>Load a preset…</source>
        <translation>Load a preset…</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>Model {name}</translation>
    </message>
    <message>
        <source>Options that are not as usual: {number}</source>
        <translation>Options that are not as usual: {number}</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Preparing</translation>
    </message>
    <message>
        <source>Presets (*.toml)</source>
        <translation>Presets (*.toml)</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Save as a preset</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>Save as a preset…</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Saved as {file}.</translation>
    </message>
    <message>
        <source>The preset could not be written ({problem}). Choose another place.</source>
        <translation>The preset could not be written ({problem}). Choose another place.</translation>
    </message>
    <message>
        <source>These are the options of {file}.</source>
        <translation>These are the options of {file}.</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>Preparing the preview…</source>
        <translation>Preparing the preview…</translation>
    </message>
</context>
<context>
    <name>ProductDelegate</name>
    <message>
        <source>Looking at it…</source>
        <translation>Looking at it…</translation>
    </message>
    <message>
        <source>Name of the product</source>
        <translation>Name of the product</translation>
    </message>
</context>
<context>
    <name>ProductsMenu</name>
    <message>
        <source>Approve</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Blurred</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Cut off</translation>
    </message>
    <message>
        <source>Dirty</source>
        <translation>Dirty</translation>
    </message>
    <message>
        <source>Keep aside</source>
        <translation>Keep aside</translation>
    </message>
    <message>
        <source>Main picture</source>
        <translation>Main picture</translation>
    </message>
    <message>
        <source>Make a product of these</source>
        <translation>Make a product of these</translation>
    </message>
    <message>
        <source>Make it a product of its own</source>
        <translation>Make it a product of its own</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Prepare only these</source>
        <translation>Prepare only these</translation>
    </message>
    <message>
        <source>Prepare only this</source>
        <translation>Prepare only this</translation>
    </message>
    <message>
        <source>Put together in one product</source>
        <translation>Put together in one product</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Shoot again</source>
        <translation>Shoot again</translation>
    </message>
    <message>
        <source>Take out of the project</source>
        <translation>Take out of the project</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Take the decision back</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>Wrong item</translation>
    </message>
</context>
<context>
    <name>ProductsPanel</name>
    <message>
        <source>Most doubtful first</source>
        <translation>Most doubtful first</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No product has “{text}” in its name.</source>
        <translation>No product has “{text}” in its name.</translation>
    </message>
    <message>
        <source>No product stands at “{state}” now.</source>
        <translation>No product stands at “{state}” now.</translation>
    </message>
    <message>
        <source>Order of the products</source>
        <translation>Order of the products</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>Own order</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Search products</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>%Ln photos, not prepared yet</source>
        <translation>
            <numerusform>%Ln photo, not prepared yet</numerusform>
            <numerusform>%Ln photos, not prepared yet</numerusform>
        </translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU, {model}</source>
        <translation>CPU, {model}</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>Checking {name}</translation>
    </message>
    <message>
        <source>Cutting out {name}</source>
        <translation>Cutting out {name}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation>Done in {time}</translation>
    </message>
    <message>
        <source>GPU, {model}</source>
        <translation>GPU, {model}</translation>
    </message>
    <message>
        <source>Getting ready for {name}</source>
        <translation>Getting ready for {name}</translation>
    </message>
    <message>
        <source>Looking through the photos</source>
        <translation>Looking through the photos</translation>
    </message>
    <message>
        <source>Looking up what is done</source>
        <translation>Looking up what is done</translation>
    </message>
    <message>
        <source>Making the picture of {name}</source>
        <translation>Making the picture of {name}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Putting the pictures in place</source>
        <translation>Putting the pictures in place</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>Starting the workers</source>
        <translation>Starting the workers</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Stopping; what is finished stays</source>
        <translation>Stopping; what is finished stays</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Writing the report</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>about {time} left</translation>
    </message>
    <message>
        <source>{count} a minute</source>
        <translation>{count} a minute</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} failed</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} ready</source>
        <translation>{count} ready</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} to shoot again</source>
        <translation>{count} to shoot again</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} of {total}</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Allow Whitecove to connect, or import the model&apos;s file.</source>
        <translation>Allow Whitecove to connect, or import the model&apos;s file.</translation>
    </message>
    <message>
        <source>Choose a new folder or a zip file for what changed, or deliver all to bring this one up to date.</source>
        <translation>Choose a new folder or a zip file for what changed, or deliver all to bring this one up to date.</translation>
    </message>
    <message>
        <source>Choose another model, unless your pictures sell nothing.</source>
        <translation>Choose another model, unless your pictures sell nothing.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Deliver again, and say whether what you edited is kept.</source>
        <translation>Deliver again, and say whether what you edited is kept.</translation>
    </message>
    <message>
        <source>Deliver them as they are</source>
        <translation>Deliver them as they are</translation>
    </message>
    <message>
        <source>Download it again, or import it from a good copy.</source>
        <translation>Download it again, or import it from a good copy.</translation>
    </message>
    <message>
        <source>Download or import it first.</source>
        <translation>Download or import it first.</translation>
    </message>
    <message>
        <source>Fetch it again, or import it as a model of your own, below.</source>
        <translation>Fetch it again, or import it as a model of your own, below.</translation>
    </message>
    <message>
        <source>Free some space and go on: what was downloaded is kept.</source>
        <translation>Free some space and go on: what was downloaded is kept.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Free some space and try again.</translation>
    </message>
    <message>
        <source>Give this one another name, or remove that one first.</source>
        <translation>Give this one another name, or remove that one first.</translation>
    </message>
    <message>
        <source>Import it without a name of your own.</source>
        <translation>Import it without a name of your own.</translation>
    </message>
    <message>
        <source>Keep yours, or have them made anew: yours are then set aside in the folder _previous.</source>
        <translation>Keep yours, or have them made anew: yours are then set aside in the folder _previous.</translation>
    </message>
    <message>
        <source>Look at what is in review first.</source>
        <translation>Look at what is in review first.</translation>
    </message>
    <message>
        <source>Make them anew</source>
        <translation>Make them anew</translation>
    </message>
    <message>
        <source>Move them away, or replace them: they are then set aside in the folder _previous.</source>
        <translation>Move them away, or replace them: they are then set aside in the folder _previous.</translation>
    </message>
    <message>
        <source>Prepare it first.</source>
        <translation>Prepare it first.</translation>
    </message>
    <message>
        <source>Prepare it to the end first.</source>
        <translation>Prepare it to the end first.</translation>
    </message>
    <message>
        <source>Put the photos back, at least until the next round.</source>
        <translation>Put the photos back, at least until the next round.</translation>
    </message>
    <message>
        <source>Put them back, or watch with the options from before.</source>
        <translation>Put them back, or watch with the options from before.</translation>
    </message>
    <message>
        <source>Remove it, and import it from a good copy.</source>
        <translation>Remove it, and import it from a good copy.</translation>
    </message>
    <message>
        <source>Say how long a pause parts two products, or group another way.</source>
        <translation>Say how long a pause parts two products, or group another way.</translation>
    </message>
    <message>
        <source>Try again later, or fetch the file by other means and import it.</source>
        <translation>Try again later, or fetch the file by other means and import it.</translation>
    </message>
    <message>
        <source>Try again, or later.</source>
        <translation>Try again, or later.</translation>
    </message>
    <message>
        <source>Try again: it goes on from there.</source>
        <translation>Try again: it goes on from there.</translation>
    </message>
    <message>
        <source>Watch for another output folder.</source>
        <translation>Watch for another output folder.</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>Hello! Could you please send me the original files of these photos, straight from the camera or phone? The ones I have went through a messenger, which makes them smaller and takes away when and with which camera they were taken. Sending them as files or by a link keeps all of it.</source>
        <translation>Hello! Could you please send me the original files of these photos, straight from the camera or phone? The ones I have went through a messenger, which makes them smaller and takes away when and with which camera they were taken. Sending them as files or by a link keeps all of it.</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Thank you!</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>&amp;1  Dirty</source>
        <translation>&amp;1  Dirty</translation>
    </message>
    <message>
        <source>&amp;2  Blurred</source>
        <translation>&amp;2  Blurred</translation>
    </message>
    <message>
        <source>&amp;3  Cut off</source>
        <translation>&amp;3  Cut off</translation>
    </message>
    <message>
        <source>&amp;4  Wrong item</source>
        <translation>&amp;4  Wrong item</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>Advised size</source>
        <translation>Advised size</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Brightness</translation>
    </message>
    <message>
        <source>Burnt-out areas</source>
        <translation>Burnt-out areas</translation>
    </message>
    <message>
        <source>Capture time and camera</source>
        <translation>Capture time and camera</translation>
    </message>
    <message>
        <source>Collage</source>
        <translation>Collage</translation>
    </message>
    <message>
        <source>Colour against the photo</source>
        <translation>Colour against the photo</translation>
    </message>
    <message>
        <source>Colour mode</source>
        <translation>Colour mode</translation>
    </message>
    <message>
        <source>Cut off by the frame</source>
        <translation>Cut off by the frame</translation>
    </message>
    <message>
        <source>Detail pictures</source>
        <translation>Detail pictures</translation>
    </message>
    <message>
        <source>Doubt about the cutout</source>
        <translation>Doubt about the cutout</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Edge of the product</source>
        <translation>Edge of the product</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>File format</translation>
    </message>
    <message>
        <source>File name ending</source>
        <translation>File name ending</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>File size</translation>
    </message>
    <message>
        <source>Frame line</source>
        <translation>Frame line</translation>
    </message>
    <message>
        <source>Likeness to supplier pictures</source>
        <translation>Likeness to supplier pictures</translation>
    </message>
    <message>
        <source>Longest side</source>
        <translation>Longest side</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>Magnification</translation>
    </message>
    <message>
        <source>Main picture</source>
        <translation>Main picture</translation>
    </message>
    <message>
        <source>Marketing pictures</source>
        <translation>Marketing pictures</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>Outline against white</source>
        <translation>Outline against white</translation>
    </message>
    <message>
        <source>Private data</source>
        <translation>Private data</translation>
    </message>
    <message>
        <source>Product found</source>
        <translation>Product found</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Readable</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Share of the picture</source>
        <translation>Share of the picture</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Sharpness</translation>
    </message>
    <message>
        <source>Size reference</source>
        <translation>Size reference</translation>
    </message>
    <message>
        <source>Smallest size</source>
        <translation>Smallest size</translation>
    </message>
    <message>
        <source>Text or logo</source>
        <translation>Text or logo</translation>
    </message>
    <message>
        <source>Variety of views</source>
        <translation>Variety of views</translation>
    </message>
    <message>
        <source>White background</source>
        <translation>White background</translation>
    </message>
    <message>
        <source>sRGB colours</source>
        <translation>sRGB colours</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>Costs {points} points of the score</source>
        <translation>Costs {points} points of the score</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Show {rule} in the picture</source>
        <translation>Show {rule} in the picture</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>Wanted: {required}</source>
        <translation>Wanted: {required}</translation>
    </message>
    <message>
        <source>Why this matters</source>
        <translation>Why this matters</translation>
    </message>
    <message>
        <source>−{points}</source>
        <translation>−{points}</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source> without a name</source>
        <translation> without a name</translation>
    </message>
    <message>
        <source>, one a product page</source>
        <translation>, one a product page</translation>
    </message>
    <message>
        <source>1 earlier file was taken out of the delivery; it lies in _previous.</source>
        <translation>1 earlier file was taken out of the delivery; it lies in _previous.</translation>
    </message>
    <message>
        <source>1 to {1} details</source>
        <translation>1 to {1} details</translation>
    </message>
    <message>
        <source>1 to {1} details a product page</source>
        <translation>1 to {1} details a product page</translation>
    </message>
    <message>
        <source>8-bit RGB</source>
        <translation>8-bit RGB</translation>
    </message>
    <message>
        <source>; asked for: {1}</source>
        <translation>; asked for: {1}</translation>
    </message>
    <message>
        <source>A batch is under way.</source>
        <translation>A batch is under way.</translation>
    </message>
    <message>
        <source>A folder is watched already.</source>
        <translation>A folder is watched already.</translation>
    </message>
    <message>
        <source>A part of Whitecove ended again and again, and is not started any more.</source>
        <translation>A part of Whitecove ended again and again, and is not started any more.</translation>
    </message>
    <message>
        <source>A person edited it by hand.</source>
        <translation>A person edited it by hand.</translation>
    </message>
    <message>
        <source>A person refused it{why}.</source>
        <translation>A person refused it{why}.</translation>
    </message>
    <message>
        <source>A person wants this photo shot again{why}.</source>
        <translation>A person wants this photo shot again{why}.</translation>
    </message>
    <message>
        <source>A product needs a name.</source>
        <translation>A product needs a name.</translation>
    </message>
    <message>
        <source>A shadow was made under the product.</source>
        <translation>A shadow was made under the product.</translation>
    </message>
    <message>
        <source>Add a column count with the number of photos of each SKU, call folders like their SKUs, or give exactly one photo for each.</source>
        <translation>Add a column count with the number of photos of each SKU, call folders like their SKUs, or give exactly one photo for each.</translation>
    </message>
    <message>
        <source>Add a detail that shows {1}.</source>
        <translation>Add a detail that shows {1}.</translation>
    </message>
    <message>
        <source>Add a size chart or a photo beside a known object, with size or 尺码 in its name.</source>
        <translation>Add a size chart or a photo beside a known object, with size or 尺码 in its name.</translation>
    </message>
    <message>
        <source>Add photos of other sides, of details and of use.</source>
        <translation>Add photos of other sides, of details and of use.</translation>
    </message>
    <message>
        <source>Add the missing marketing picture.</source>
        <translation>Add the missing marketing picture.</translation>
    </message>
    <message>
        <source>Add their photos, or go on without them.</source>
        <translation>Add their photos, or go on without them.</translation>
    </message>
    <message>
        <source>All its photos are kept aside.</source>
        <translation>All its photos are kept aside.</translation>
    </message>
    <message>
        <source>Allow it in the settings, or import its file.</source>
        <translation>Allow it in the settings, or import its file.</translation>
    </message>
    <message>
        <source>Another Whitecove is watching for the output folder {folder}.</source>
        <translation>Another Whitecove is watching for the output folder {folder}.</translation>
    </message>
    <message>
        <source>Another batch is at work on {folder}.</source>
        <translation>Another batch is at work on {folder}.</translation>
    </message>
    <message>
        <source>Another is the main picture, so it is a detail.</source>
        <translation>Another is the main picture, so it is a detail.</translation>
    </message>
    <message>
        <source>Another is the {1}, so it is a detail.</source>
        <translation>Another is the {1}, so it is a detail.</translation>
    </message>
    <message>
        <source>Another product was delivered under the name it would get.</source>
        <translation>Another product was delivered under the name it would get.</translation>
    </message>
    <message>
        <source>Beside the cutout lies something with the product&apos;s colours: look for lost parts.</source>
        <translation>Beside the cutout lies something with the product&apos;s colours: look for lost parts.</translation>
    </message>
    <message>
        <source>CMYK without a colour profile: converted as if printed on coated paper ({1}).</source>
        <translation>CMYK without a colour profile: converted as if printed on coated paper ({1}).</translation>
    </message>
    <message>
        <source>Call it {safe}, for example.</source>
        <translation>Call it {safe}, for example.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>Change its permissions.</translation>
    </message>
    <message>
        <source>Change its place, or upload it there.</source>
        <translation>Change its place, or upload it there.</translation>
    </message>
    <message>
        <source>Check that it is a TOML file in UTF-8.</source>
        <translation>Check that it is a TOML file in UTF-8.</translation>
    </message>
    <message>
        <source>Check that the photo shows the product, or try another cutout.</source>
        <translation>Check that the photo shows the product, or try another cutout.</translation>
    </message>
    <message>
        <source>Check that you may read it and try again.</source>
        <translation>Check that you may read it and try again.</translation>
    </message>
    <message>
        <source>Checking the picture made of it</source>
        <translation>Checking the picture made of it</translation>
    </message>
    <message>
        <source>Choose a brighter one that is white or grey.</source>
        <translation>Choose a brighter one that is white or grey.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Choose a folder.</translation>
    </message>
    <message>
        <source>Choose a made shadow, or none.</source>
        <translation>Choose a made shadow, or none.</translation>
    </message>
    <message>
        <source>Choose a main picture for each variant.</source>
        <translation>Choose a main picture for each variant.</translation>
    </message>
    <message>
        <source>Choose a main picture.</source>
        <translation>Choose a main picture.</translation>
    </message>
    <message>
        <source>Choose a new folder or a zip file for what changed, or deliver all to bring the folder up to date.</source>
        <translation>Choose a new folder or a zip file for what changed, or deliver all to bring the folder up to date.</translation>
    </message>
    <message>
        <source>Choose a new or empty folder.</source>
        <translation>Choose a new or empty folder.</translation>
    </message>
    <message>
        <source>Choose a place outside of it.</source>
        <translation>Choose a place outside of it.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choose another folder.</translation>
    </message>
    <message>
        <source>Choose another model, or accept its licence if your pictures sell nothing.</source>
        <translation>Choose another model, or accept its licence if your pictures sell nothing.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choose another name.</translation>
    </message>
    <message>
        <source>Choose another output folder, or change its permissions.</source>
        <translation>Choose another output folder, or change its permissions.</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>Choose another output folder.</translation>
    </message>
    <message>
        <source>Choose another, or set the white balance in the camera or the RAW converter.</source>
        <translation>Choose another, or set the white balance in the camera or the RAW converter.</translation>
    </message>
    <message>
        <source>Choose another; one inside it will do.</source>
        <translation>Choose another; one inside it will do.</translation>
    </message>
    <message>
        <source>Choose its own shadow, or none.</source>
        <translation>Choose its own shadow, or none.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Choose one of: {known}.</translation>
    </message>
    <message>
        <source>Choose one that Adjust shows.</source>
        <translation>Choose one that Adjust shows.</translation>
    </message>
    <message>
        <source>Choose one that is white or grey, but not burnt out.</source>
        <translation>Choose one that is white or grey, but not burnt out.</translation>
    </message>
    <message>
        <source>Choose one that the model list shows.</source>
        <translation>Choose one that the model list shows.</translation>
    </message>
    <message>
        <source>Choose one with the key 1.</source>
        <translation>Choose one with the key 1.</translation>
    </message>
    <message>
        <source>Choose the processor in the settings.</source>
        <translation>Choose the processor in the settings.</translation>
    </message>
    <message>
        <source>Close Whitecove and open it again; if that does not help, the folder with the log (menu Help) says why.</source>
        <translation>Close Whitecove and open it again; if that does not help, the folder with the log (menu Help) says why.</translation>
    </message>
    <message>
        <source>Close it and run it again: what is finished is kept.</source>
        <translation>Close it and run it again: what is finished is kept.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then run it again.</source>
        <translation>Close other programs to free memory, then run it again.</translation>
    </message>
    <message>
        <source>Close other programs, or save the photo smaller.</source>
        <translation>Close other programs, or save the photo smaller.</translation>
    </message>
    <message>
        <source>Close programs that use it, or change its permissions.</source>
        <translation>Close programs that use it, or change its permissions.</translation>
    </message>
    <message>
        <source>Compare the file with the photo; a higher quality or a larger canvas keeps more of the colour.</source>
        <translation>Compare the file with the photo; a higher quality or a larger canvas keeps more of the colour.</translation>
    </message>
    <message>
        <source>Connect its drive or share, and run it again.</source>
        <translation>Connect its drive or share, and run it again.</translation>
    </message>
    <message>
        <source>Connect its drive or share: the watch goes on by itself.</source>
        <translation>Connect its drive or share: the watch goes on by itself.</translation>
    </message>
    <message>
        <source>Connect its drive, or give its photos anew.</source>
        <translation>Connect its drive, or give its photos anew.</translation>
    </message>
    <message>
        <source>Connect its drive, or put it back: the watch goes on by itself.</source>
        <translation>Connect its drive, or put it back: the watch goes on by itself.</translation>
    </message>
    <message>
        <source>Connect their drive, or put the plan where it was, beside the photos.</source>
        <translation>Connect their drive, or put the plan where it was, beside the photos.</translation>
    </message>
    <message>
        <source>Convert the colours to sRGB and export with the sRGB profile.</source>
        <translation>Convert the colours to sRGB and export with the sRGB profile.</translation>
    </message>
    <message>
        <source>Convert the picture to 8-bit RGB, transparency to white.</source>
        <translation>Convert the picture to 8-bit RGB, transparency to white.</translation>
    </message>
    <message>
        <source>Copy it again from the camera or phone.</source>
        <translation>Copy it again from the camera or phone.</translation>
    </message>
    <message>
        <source>Copy or export the picture again.</source>
        <translation>Copy or export the picture again.</translation>
    </message>
    <message>
        <source>Correct that first: approving is not enough.</source>
        <translation>Correct that first: approving is not enough.</translation>
    </message>
    <message>
        <source>Correct the counts, or take photos away or add them, until both numbers are the same.</source>
        <translation>Correct the counts, or take photos away or add them, until both numbers are the same.</translation>
    </message>
    <message>
        <source>Correct the cutout&apos;s edge, or try another cutout.</source>
        <translation>Correct the cutout&apos;s edge, or try another cutout.</translation>
    </message>
    <message>
        <source>Correct the file and try again.</source>
        <translation>Correct the file and try again.</translation>
    </message>
    <message>
        <source>Correct the file by hand, or delete it: {file}.</source>
        <translation>Correct the file by hand, or delete it: {file}.</translation>
    </message>
    <message>
        <source>Correct the photo again.</source>
        <translation>Correct the photo again.</translation>
    </message>
    <message>
        <source>Correct them and try again.</source>
        <translation>Correct them and try again.</translation>
    </message>
    <message>
        <source>Correct them and try again:{problems}</source>
        <translation>Correct them and try again:{problems}</translation>
    </message>
    <message>
        <source>Correct these again, or open an earlier copy of the project.</source>
        <translation>Correct these again, or open an earlier copy of the project.</translation>
    </message>
    <message>
        <source>Crop closer, or prepare the photo again with a larger fill.</source>
        <translation>Crop closer, or prepare the photo again with a larger fill.</translation>
    </message>
    <message>
        <source>Cut the product out and place it on white.</source>
        <translation>Cut the product out and place it on white.</translation>
    </message>
    <message>
        <source>Cutting it out</source>
        <translation>Cutting it out</translation>
    </message>
    <message>
        <source>Delete it where you uploaded it.</source>
        <translation>Delete it where you uploaded it.</translation>
    </message>
    <message>
        <source>Deliver them as they are, or have them made anew (they are kept in _previous).</source>
        <translation>Deliver them as they are, or have them made anew (they are kept in _previous).</translation>
    </message>
    <message>
        <source>Delivered photos (count: {count}, the first: {first}) are no longer in the folder, and their pictures would have to be made anew: other options, another white point or version, a new order, or a picture gone.</source>
        <translation>Delivered photos (count: {count}, the first: {first}) are no longer in the folder, and their pictures would have to be made anew: other options, another white point or version, a new order, or a picture gone.</translation>
    </message>
    <message>
        <source>Did you mean {close}?</source>
        <translation>Did you mean {close}?</translation>
    </message>
    <message>
        <source>EXIF orientation {1}</source>
        <translation>EXIF orientation {1}</translation>
    </message>
    <message>
        <source>Each variant has a main picture of its own, so it is a detail.</source>
        <translation>Each variant has a main picture of its own, so it is a detail.</translation>
    </message>
    <message>
        <source>Erase only, or try another cutout.</source>
        <translation>Erase only, or try another cutout.</translation>
    </message>
    <message>
        <source>Export again without private metadata.</source>
        <translation>Export again without private metadata.</translation>
    </message>
    <message>
        <source>Export it again with the product visible.</source>
        <translation>Export it again with the product visible.</translation>
    </message>
    <message>
        <source>Export on a canvas of {1} px or more.</source>
        <translation>Export on a canvas of {1} px or more.</translation>
    </message>
    <message>
        <source>Export one still frame.</source>
        <translation>Export one still frame.</translation>
    </message>
    <message>
        <source>Export with an embedded sRGB profile and the EXIF colour space sRGB.</source>
        <translation>Export with an embedded sRGB profile and the EXIF colour space sRGB.</translation>
    </message>
    <message>
        <source>Fetch it again, or import it as a model of your own.</source>
        <translation>Fetch it again, or import it as a model of your own.</translation>
    </message>
    <message>
        <source>Fetch the original from the camera or phone while it is still there: messengers strip this.</source>
        <translation>Fetch the original from the camera or phone while it is still there: messengers strip this.</translation>
    </message>
    <message>
        <source>Files and folders cannot be called {name}.</source>
        <translation>Files and folders cannot be called {name}.</translation>
    </message>
    <message>
        <source>Free some space and run it again: what is finished is kept.</source>
        <translation>Free some space and run it again: what is finished is kept.</translation>
    </message>
    <message>
        <source>Free some space and run it again: what was downloaded is kept.</source>
        <translation>Free some space and run it again: what was downloaded is kept.</translation>
    </message>
    <message>
        <source>Free some space, or put the model store elsewhere with the environment variable WHITECOVE_HOME.</source>
        <translation>Free some space, or put the model store elsewhere with the environment variable WHITECOVE_HOME.</translation>
    </message>
    <message>
        <source>Getting ready for it</source>
        <translation>Getting ready for it</translation>
    </message>
    <message>
        <source>Give all photos of the delivery each time, or another folder for other photos.</source>
        <translation>Give all photos of the delivery each time, or another folder for other photos.</translation>
    </message>
    <message>
        <source>Give another file, or leave it away.</source>
        <translation>Give another file, or leave it away.</translation>
    </message>
    <message>
        <source>Give each SKU a count, or none of them.</source>
        <translation>Give each SKU a count, or none of them.</translation>
    </message>
    <message>
        <source>Give photos, or folders with photos.</source>
        <translation>Give photos, or folders with photos.</translation>
    </message>
    <message>
        <source>Give pictures, or folders with pictures.</source>
        <translation>Give pictures, or folders with pictures.</translation>
    </message>
    <message>
        <source>Give the name with its folder.</source>
        <translation>Give the name with its folder.</translation>
    </message>
    <message>
        <source>Give the new one another name.</source>
        <translation>Give the new one another name.</translation>
    </message>
    <message>
        <source>Give the original photos.</source>
        <translation>Give the original photos.</translation>
    </message>
    <message>
        <source>Give the original.</source>
        <translation>Give the original.</translation>
    </message>
    <message>
        <source>Give the photo from before that to change it.</source>
        <translation>Give the photo from before that to change it.</translation>
    </message>
    <message>
        <source>Give yours another name.</source>
        <translation>Give yours another name.</translation>
    </message>
    <message>
        <source>Group another way, or give the camera&apos;s own files.</source>
        <translation>Group another way, or give the camera&apos;s own files.</translation>
    </message>
    <message>
        <source>If a trace of the backdrop is in it, choose no shadow.</source>
        <translation>If a trace of the backdrop is in it, choose no shadow.</translation>
    </message>
    <message>
        <source>If it was white, correct colour and light.</source>
        <translation>If it was white, correct colour and light.</translation>
    </message>
    <message>
        <source>If it was white, correct the white balance in the camera or the RAW converter.</source>
        <translation>If it was white, correct the white balance in the camera or the RAW converter.</translation>
    </message>
    <message>
        <source>If its drive or share is missing, connect it; otherwise go on, the watch does, too.</source>
        <translation>If its drive or share is missing, connect it; otherwise go on, the watch does, too.</translation>
    </message>
    <message>
        <source>If the product lies or hangs, choose no shadow or its own instead.</source>
        <translation>If the product lies or hangs, choose no shadow or its own instead.</translation>
    </message>
    <message>
        <source>If they show different products, change the grouping.</source>
        <translation>If they show different products, change the grouping.</translation>
    </message>
    <message>
        <source>If they show different products, group them by name.</source>
        <translation>If they show different products, group them by name.</translation>
    </message>
    <message>
        <source>If you trust the project, add their folder from there first, and open it again.</source>
        <translation>If you trust the project, add their folder from there first, and open it again.</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Import it again.</translation>
    </message>
    <message>
        <source>Import it as what it is.</source>
        <translation>Import it as what it is.</translation>
    </message>
    <message>
        <source>Import it from its file.</source>
        <translation>Import it from its file.</translation>
    </message>
    <message>
        <source>Import its file again, or choose another.</source>
        <translation>Import its file again, or choose another.</translation>
    </message>
    <message>
        <source>In the folder {1}, each picture shows a variant.</source>
        <translation>In the folder {1}, each picture shows a variant.</translation>
    </message>
    <message>
        <source>Inside it, at {x}, {y}, is an area of the backdrop&apos;s colour: if that is a hole, open it there.</source>
        <translation>Inside it, at {x}, {y}, is an area of the backdrop&apos;s colour: if that is a hole, open it there.</translation>
    </message>
    <message>
        <source>Install Whitecove again, or choose the cutout Plain backdrop.</source>
        <translation>Install Whitecove again, or choose the cutout Plain backdrop.</translation>
    </message>
    <message>
        <source>Interrupted before this photo was done: Prepare goes on from here.</source>
        <translation>Interrupted before this photo was done: Prepare goes on from here.</translation>
    </message>
    <message>
        <source>It belongs to an earlier delivery.</source>
        <translation>It belongs to an earlier delivery.</translation>
    </message>
    <message>
        <source>It belongs to the product {sku} now.</source>
        <translation>It belongs to the product {sku} now.</translation>
    </message>
    <message>
        <source>It belongs to {partner} and is one photo with it.</source>
        <translation>It belongs to {partner} and is one photo with it.</translation>
    </message>
    <message>
        <source>It comes after the main picture.</source>
        <translation>It comes after the main picture.</translation>
    </message>
    <message>
        <source>It has no main picture: choose one.</source>
        <translation>It has no main picture: choose one.</translation>
    </message>
    <message>
        <source>It is a hidden or system file.</source>
        <translation>It is a hidden or system file.</translation>
    </message>
    <message>
        <source>It is fetched from its beginning.</source>
        <translation>It is fetched from its beginning.</translation>
    </message>
    <message>
        <source>It is kept aside.</source>
        <translation>It is kept aside.</translation>
    </message>
    <message>
        <source>It is no ordinary file.</source>
        <translation>It is no ordinary file.</translation>
    </message>
    <message>
        <source>It is no picture.</source>
        <translation>It is no picture.</translation>
    </message>
    <message>
        <source>It is not to be uploaded any more.</source>
        <translation>It is not to be uploaded any more.</translation>
    </message>
    <message>
        <source>It is number {1} in the order of the SKU list.</source>
        <translation>It is number {1} in the order of the SKU list.</translation>
    </message>
    <message>
        <source>It is of another photo.</source>
        <translation>It is of another photo.</translation>
    </message>
    <message>
        <source>It is the first in name order</source>
        <translation>It is the first in name order</translation>
    </message>
    <message>
        <source>It is the only photo.</source>
        <translation>It is the only photo.</translation>
    </message>
    <message>
        <source>It is the same file as {first}.</source>
        <translation>It is the same file as {first}.</translation>
    </message>
    <message>
        <source>It is the same picture in another place.</source>
        <translation>It is the same picture in another place.</translation>
    </message>
    <message>
        <source>It is {kind}, not a photo.</source>
        <translation>It is {kind}, not a photo.</translation>
    </message>
    <message>
        <source>It keeps the name that it was delivered under.</source>
        <translation>It keeps the name that it was delivered under.</translation>
    </message>
    <message>
        <source>It lies in no folder.</source>
        <translation>It lies in no folder.</translation>
    </message>
    <message>
        <source>It lies in the folder {1}.</source>
        <translation>It lies in the folder {1}.</translation>
    </message>
    <message>
        <source>It lies in the given folder.</source>
        <translation>It lies in the given folder.</translation>
    </message>
    <message>
        <source>It lies in the output folder.</source>
        <translation>It lies in the output folder.</translation>
    </message>
    <message>
        <source>It may need more memory than is free: close other programs, or choose a smaller model.</source>
        <translation>It may need more memory than is free: close other programs, or choose a smaller model.</translation>
    </message>
    <message>
        <source>It shows the variant {1}.</source>
        <translation>It shows the variant {1}.</translation>
    </message>
    <message>
        <source>It was given twice and is prepared once.</source>
        <translation>It was given twice and is prepared once.</translation>
    </message>
    <message>
        <source>It was made anew from the same photo.</source>
        <translation>It was made anew from the same photo.</translation>
    </message>
    <message>
        <source>It was made by Whitecove from a photo.</source>
        <translation>It was made by Whitecove from a photo.</translation>
    </message>
    <message>
        <source>It was not there before.</source>
        <translation>It was not there before.</translation>
    </message>
    <message>
        <source>It was shot first</source>
        <translation>It was shot first</translation>
    </message>
    <message>
        <source>Its name begins with {1}.</source>
        <translation>Its name begins with {1}.</translation>
    </message>
    <message>
        <source>Its name differs from {1} only by case.</source>
        <translation>Its name differs from {1} only by case.</translation>
    </message>
    <message>
        <source>Its name does not say which product</source>
        <translation>Its name does not say which product</translation>
    </message>
    <message>
        <source>Its name is a messenger&apos;s</source>
        <translation>Its name is a messenger&apos;s</translation>
    </message>
    <message>
        <source>Its name is a number, which may be the product&apos;s.</source>
        <translation>Its name is a number, which may be the product&apos;s.</translation>
    </message>
    <message>
        <source>Its name is only a number</source>
        <translation>Its name is only a number</translation>
    </message>
    <message>
        <source>Its name is {1}</source>
        <translation>Its name is {1}</translation>
    </message>
    <message>
        <source>Its name is {1}.</source>
        <translation>Its name is {1}.</translation>
    </message>
    <message>
        <source>Its name says the colour {1}.</source>
        <translation>Its name says the colour {1}.</translation>
    </message>
    <message>
        <source>Its name says the variant {1}: {2} have a series of pictures each.</source>
        <translation>Its name says the variant {1}: {2} have a series of pictures each.</translation>
    </message>
    <message>
        <source>Its name says {1}.</source>
        <translation>Its name says {1}.</translation>
    </message>
    <message>
        <source>Its name stands in the SKU list.</source>
        <translation>Its name stands in the SKU list.</translation>
    </message>
    <message>
        <source>Its photo is no longer among those given.</source>
        <translation>Its photo is no longer among those given.</translation>
    </message>
    <message>
        <source>Its photo is used for another picture now.</source>
        <translation>Its photo is used for another picture now.</translation>
    </message>
    <message>
        <source>Keep one main picture and make the others details.</source>
        <translation>Keep one main picture and make the others details.</translation>
    </message>
    <message>
        <source>Keep the best {1} details.</source>
        <translation>Keep the best {1} details.</translation>
    </message>
    <message>
        <source>Keeping and healing do not work with the cutout Glass and white on white, which changes all colours.</source>
        <translation>Keeping and healing do not work with the cutout Glass and white on white, which changes all colours.</translation>
    </message>
    <message>
        <source>L*a*b* colours were converted to sRGB.</source>
        <translation>L*a*b* colours were converted to sRGB.</translation>
    </message>
    <message>
        <source>Light the product more, or show it smaller on white.</source>
        <translation>Light the product more, or show it smaller on white.</translation>
    </message>
    <message>
        <source>Look at how its name is written, or prepare into it first.</source>
        <translation>Look at how its name is written, or prepare into it first.</translation>
    </message>
    <message>
        <source>Look at how the name is written.</source>
        <translation>Look at how the name is written.</translation>
    </message>
    <message>
        <source>Look at how the names are written.</source>
        <translation>Look at how the names are written.</translation>
    </message>
    <message>
        <source>Look at it in a browser: the network may want you to log in.</source>
        <translation>Look at it in a browser: the network may want you to log in.</translation>
    </message>
    <message>
        <source>Look at its checks for why.</source>
        <translation>Look at its checks for why.</translation>
    </message>
    <message>
        <source>Look at its driver and its free memory, or choose the processor in the settings.</source>
        <translation>Look at its driver and its free memory, or choose the processor in the settings.</translation>
    </message>
    <message>
        <source>Look at the address, or use another one.</source>
        <translation>Look at the address, or use another one.</translation>
    </message>
    <message>
        <source>Look at the cutout: use it as it is, or try another cutout or another photo.</source>
        <translation>Look at the cutout: use it as it is, or try another cutout or another photo.</translation>
    </message>
    <message>
        <source>Look at the main picture first.</source>
        <translation>Look at the main picture first.</translation>
    </message>
    <message>
        <source>Look at the output folder and its disk.</source>
        <translation>Look at the output folder and its disk.</translation>
    </message>
    <message>
        <source>Look at the photo, or choose the cutout Leave as it is.</source>
        <translation>Look at the photo, or choose the cutout Leave as it is.</translation>
    </message>
    <message>
        <source>Look at the photo, or try another cutout.</source>
        <translation>Look at the photo, or try another cutout.</translation>
    </message>
    <message>
        <source>Look at what is in review first.</source>
        <translation>Look at what is in review first.</translation>
    </message>
    <message>
        <source>Look at your connection and at the address.</source>
        <translation>Look at your connection and at the address.</translation>
    </message>
    <message>
        <source>Look whether it is where it belongs.</source>
        <translation>Look whether it is where it belongs.</translation>
    </message>
    <message>
        <source>Make it smaller, or close other programs.</source>
        <translation>Make it smaller, or close other programs.</translation>
    </message>
    <message>
        <source>Make it smaller, or try another cutout.</source>
        <translation>Make it smaller, or try another cutout.</translation>
    </message>
    <message>
        <source>Make room there, or change its permissions.</source>
        <translation>Make room there, or change its permissions.</translation>
    </message>
    <message>
        <source>Make that folder first.</source>
        <translation>Make that folder first.</translation>
    </message>
    <message>
        <source>Make the template shorter.</source>
        <translation>Make the template shorter.</translation>
    </message>
    <message>
        <source>Making a picture of it</source>
        <translation>Making a picture of it</translation>
    </message>
    <message>
        <source>More photos are kept aside than used.</source>
        <translation>More photos are kept aside than used.</translation>
    </message>
    <message>
        <source>More than 8 bits a channel were reduced to 8.</source>
        <translation>More than 8 bits a channel were reduced to 8.</translation>
    </message>
    <message>
        <source>Move it away before you upload.</source>
        <translation>Move it away before you upload.</translation>
    </message>
    <message>
        <source>Move it away, or choose another output folder.</source>
        <translation>Move it away, or choose another output folder.</translation>
    </message>
    <message>
        <source>Move them away before you upload.</source>
        <translation>Move them away before you upload.</translation>
    </message>
    <message>
        <source>Move them away, or choose a new folder.</source>
        <translation>Move them away, or choose a new folder.</translation>
    </message>
    <message>
        <source>Move them away, or have them set aside in _previous.</source>
        <translation>Move them away, or have them set aside in _previous.</translation>
    </message>
    <message>
        <source>Move them out of it, or choose another output folder.</source>
        <translation>Move them out of it, or choose another output folder.</translation>
    </message>
    <message>
        <source>Much of the cutout is neither product nor backdrop.</source>
        <translation>Much of the cutout is neither product nor backdrop.</translation>
    </message>
    <message>
        <source>Name the folder in which photos arrive.</source>
        <translation>Name the folder in which photos arrive.</translation>
    </message>
    <message>
        <source>Nearly the whole photo was taken for the product.</source>
        <translation>Nearly the whole photo was taken for the product.</translation>
    </message>
    <message>
        <source>No clear pause parts the {count} photos with a shooting time in {folder} into products (without a time: {without}).</source>
        <translation>No clear pause parts the {count} photos with a shooting time in {folder} into products (without a time: {without}).</translation>
    </message>
    <message>
        <source>No file in {folder} is ready.</source>
        <translation>No file in {folder} is ready.</translation>
    </message>
    <message>
        <source>No graphics card was found that can be used, so the processor computes the cutouts.</source>
        <translation>No graphics card was found that can be used, so the processor computes the cutouts.</translation>
    </message>
    <message>
        <source>No model can be called {name}.</source>
        <translation>No model can be called {name}.</translation>
    </message>
    <message>
        <source>No other photo is called {1}.</source>
        <translation>No other photo is called {1}.</translation>
    </message>
    <message>
        <source>No other photo shares its name, so the colour is left in it.</source>
        <translation>No other photo shares its name, so the colour is left in it.</translation>
    </message>
    <message>
        <source>No photo says when it was shot (photos: {count}).</source>
        <translation>No photo says when it was shot (photos: {count}).</translation>
    </message>
    <message>
        <source>No picture was found in what you gave.</source>
        <translation>No picture was found in what you gave.</translation>
    </message>
    <message>
        <source>No picture was made of {names}.</source>
        <translation>No picture was made of {names}.</translation>
    </message>
    <message>
        <source>No product was found in the photo.</source>
        <translation>No product was found in the photo.</translation>
    </message>
    <message>
        <source>No shadow was made, because nothing in the product&apos;s outline looks like a base to stand on.</source>
        <translation>No shadow was made, because nothing in the product&apos;s outline looks like a base to stand on.</translation>
    </message>
    <message>
        <source>No shadow was made, because the photo&apos;s frame cuts the product at the bottom.</source>
        <translation>No shadow was made, because the photo&apos;s frame cuts the product at the bottom.</translation>
    </message>
    <message>
        <source>None of the photos in the plan {file} is there; the first should be {place}.</source>
        <translation>None of the photos in the plan {file} is there; the first should be {place}.</translation>
    </message>
    <message>
        <source>Not finished yet, so not taken: {files}.</source>
        <translation>Not finished yet, so not taken: {files}.</translation>
    </message>
    <message>
        <source>Nothing in the delivery is called {names}.</source>
        <translation>Nothing in the delivery is called {names}.</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>Nothing is to be done.</translation>
    </message>
    <message>
        <source>Nothing says clearly which photos ({photos}) belong to which SKU ({skus}): neither names nor numbers nor the pauses between shots.</source>
        <translation>Nothing says clearly which photos ({photos}) belong to which SKU ({skus}): neither names nor numbers nor the pauses between shots.</translation>
    </message>
    <message>
        <source>Nothing was decided about {names}.</source>
        <translation>Nothing was decided about {names}.</translation>
    </message>
    <message>
        <source>One photo after the other, without worker processes.</source>
        <translation>One photo after the other, without worker processes.</translation>
    </message>
    <message>
        <source>Open a copy of it, or start anew with its photos.</source>
        <translation>Open a copy of it, or start anew with its photos.</translation>
    </message>
    <message>
        <source>Open and save it in a photo program, or close other programs.</source>
        <translation>Open and save it in a photo program, or close other programs.</translation>
    </message>
    <message>
        <source>Open it in a picture program and save it as JPEG or PNG.</source>
        <translation>Open it in a picture program and save it as JPEG or PNG.</translation>
    </message>
    <message>
        <source>Open the photo again.</source>
        <translation>Open the photo again.</translation>
    </message>
    <message>
        <source>Other things that the photo&apos;s frame cuts were left out.</source>
        <translation>Other things that the photo&apos;s frame cuts were left out.</translation>
    </message>
    <message>
        <source>Pad the picture with white, or crop it, to a shape.</source>
        <translation>Pad the picture with white, or crop it, to a shape.</translation>
    </message>
    <message>
        <source>Part of the cutout has the colours of what lies around it: look for backdrop left.</source>
        <translation>Part of the cutout has the colours of what lies around it: look for backdrop left.</translation>
    </message>
    <message>
        <source>Parts of the product are brighter than its backdrop and burnt out when that became white.</source>
        <translation>Parts of the product are brighter than its backdrop and burnt out when that became white.</translation>
    </message>
    <message>
        <source>Photograph it again with less light or exposure: what is burnt out cannot be brought back.</source>
        <translation>Photograph it again with less light or exposure: what is burnt out cannot be brought back.</translation>
    </message>
    <message>
        <source>Photograph the whole product, with space below it.</source>
        <translation>Photograph the whole product, with space below it.</translation>
    </message>
    <message>
        <source>Photograph the whole product, with space on every side.</source>
        <translation>Photograph the whole product, with space on every side.</translation>
    </message>
    <message>
        <source>Photos go by shooting time, as asked</source>
        <translation>Photos go by shooting time, as asked</translation>
    </message>
    <message>
        <source>Photos of this project lie on {hosts}, where nothing was looked for.</source>
        <translation>Photos of this project lie on {hosts}, where nothing was looked for.</translation>
    </message>
    <message>
        <source>Photos to prepare lie in the output folder: {files}.</source>
        <translation>Photos to prepare lie in the output folder: {files}.</translation>
    </message>
    <message>
        <source>Photos whose pictures were edited by hand (count: {count}, the first: {first}) are no longer in the folder, so the edits can be neither taken in nor replaced; the pictures stay as they are.</source>
        <translation>Photos whose pictures were edited by hand (count: {count}, the first: {first}) are no longer in the folder, so the edits can be neither taken in nor replaced; the pictures stay as they are.</translation>
    </message>
    <message>
        <source>Pictures in {folder} have a person&apos;s corrections in them, and this watch was given none.</source>
        <translation>Pictures in {folder} have a person&apos;s corrections in them, and this watch was given none.</translation>
    </message>
    <message>
        <source>Prepare into it again first.</source>
        <translation>Prepare into it again first.</translation>
    </message>
    <message>
        <source>Prepare into that folder again.</source>
        <translation>Prepare into that folder again.</translation>
    </message>
    <message>
        <source>Prepare into the folder again, keeping what you edited.</source>
        <translation>Prepare into the folder again, keeping what you edited.</translation>
    </message>
    <message>
        <source>Prepare it first.</source>
        <translation>Prepare it first.</translation>
    </message>
    <message>
        <source>Prepare the photos of one light at a time, or shoot them before one backdrop.</source>
        <translation>Prepare the photos of one light at a time, or shoot them before one backdrop.</translation>
    </message>
    <message>
        <source>Put all its steps into one of the two.</source>
        <translation>Put all its steps into one of the two.</translation>
    </message>
    <message>
        <source>Put it back and run it again: what was finished there is kept.</source>
        <translation>Put it back and run it again: what was finished there is kept.</translation>
    </message>
    <message>
        <source>Put it back or connect its drive, or take it out of the list or plan.</source>
        <translation>Put it back or connect its drive, or take it out of the list or plan.</translation>
    </message>
    <message>
        <source>Put that version back, or draw them again.</source>
        <translation>Put that version back, or draw them again.</translation>
    </message>
    <message>
        <source>Put the new photo in its place, or approve this one.</source>
        <translation>Put the new photo in its place, or approve this one.</translation>
    </message>
    <message>
        <source>Put the photos back, at least until the next round.</source>
        <translation>Put the photos back, at least until the next round.</translation>
    </message>
    <message>
        <source>Put the photos of each product in a folder called like its SKU, or give the photos of one camera at a time.</source>
        <translation>Put the photos of each product in a folder called like its SKU, or give the photos of one camera at a time.</translation>
    </message>
    <message>
        <source>Put them back, use the options from before, or run prepare, which takes their pictures out.</source>
        <translation>Put them back, use the options from before, or run prepare, which takes their pictures out.</translation>
    </message>
    <message>
        <source>Reading it</source>
        <translation>Reading it</translation>
    </message>
    <message>
        <source>Reduce the picture until its longer side is {1} px.</source>
        <translation>Reduce the picture until its longer side is {1} px.</translation>
    </message>
    <message>
        <source>Rename one of them, or cut them out one after the other.</source>
        <translation>Rename one of them, or cut them out one after the other.</translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation>Rename one of them.</translation>
    </message>
    <message>
        <source>Rename the file so that it ends in {1}.</source>
        <translation>Rename the file so that it ends in {1}.</translation>
    </message>
    <message>
        <source>Run it again, and leave the output folder alone meanwhile.</source>
        <translation>Run it again, and leave the output folder alone meanwhile.</translation>
    </message>
    <message>
        <source>Run it again, and leave the photos alone meanwhile.</source>
        <translation>Run it again, and leave the photos alone meanwhile.</translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation>Run it again.</translation>
    </message>
    <message>
        <source>Run it again: it goes on from there.</source>
        <translation>Run it again: it goes on from there.</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation>Save it as CSV in UTF-8.</translation>
    </message>
    <message>
        <source>Save it as a text file in UTF-8.</source>
        <translation>Save it as a text file in UTF-8.</translation>
    </message>
    <message>
        <source>Save it somewhere else.</source>
        <translation>Save it somewhere else.</translation>
    </message>
    <message>
        <source>Save the photo smaller or as JPEG.</source>
        <translation>Save the photo smaller or as JPEG.</translation>
    </message>
    <message>
        <source>Save the photo smaller.</source>
        <translation>Save the photo smaller.</translation>
    </message>
    <message>
        <source>Save the picture as JPEG or PNG, or take it off the list.</source>
        <translation>Save the picture as JPEG or PNG, or take it off the list.</translation>
    </message>
    <message>
        <source>Save the picture as JPEG or PNG.</source>
        <translation>Save the picture as JPEG or PNG.</translation>
    </message>
    <message>
        <source>Save the picture as JPEG.</source>
        <translation>Save the picture as JPEG.</translation>
    </message>
    <message>
        <source>Save the picture as {1}.</source>
        <translation>Save the picture as {1}.</translation>
    </message>
    <message>
        <source>Save this one under another name.</source>
        <translation>Save this one under another name.</translation>
    </message>
    <message>
        <source>Save with a higher JPEG quality, or on a larger canvas.</source>
        <translation>Save with a higher JPEG quality, or on a larger canvas.</translation>
    </message>
    <message>
        <source>Save with a lower JPEG quality, or on a smaller canvas.</source>
        <translation>Save with a lower JPEG quality, or on a smaller canvas.</translation>
    </message>
    <message>
        <source>Send the log file with a report; the photo is untouched.</source>
        <translation>Send the log file with a report; the photo is untouched.</translation>
    </message>
    <message>
        <source>Send the log file {file} with a report.</source>
        <translation>Send the log file {file} with a report.</translation>
    </message>
    <message>
        <source>Set the pause that parts two products, or group another way.</source>
        <translation>Set the pause that parts two products, or group another way.</translation>
    </message>
    <message>
        <source>Shade its edge, keep its own shadow, or photograph it before a darker backdrop.</source>
        <translation>Shade its edge, keep its own shadow, or photograph it before a darker backdrop.</translation>
    </message>
    <message>
        <source>Shoot the products before a plain white backdrop.</source>
        <translation>Shoot the products before a plain white backdrop.</translation>
    </message>
    <message>
        <source>Some SKUs have a count, but {sku} has none.</source>
        <translation>Some SKUs have a count, but {sku} has none.</translation>
    </message>
    <message>
        <source>Something beside the cutout may belong to the product: look for lost parts.</source>
        <translation>Something beside the cutout may belong to the product: look for lost parts.</translation>
    </message>
    <message>
        <source>Something went wrong that was not foreseen ({kind}).</source>
        <translation>Something went wrong that was not foreseen ({kind}).</translation>
    </message>
    <message>
        <source>Stop that one, or choose another folder.</source>
        <translation>Stop that one, or choose another folder.</translation>
    </message>
    <message>
        <source>Stop the watch to begin another delivery.</source>
        <translation>Stop the watch to begin another delivery.</translation>
    </message>
    <message>
        <source>Switch that off first.</source>
        <translation>Switch that off first.</translation>
    </message>
    <message>
        <source>Take back a step, or keep what is the product.</source>
        <translation>Take back a step, or keep what is the product.</translation>
    </message>
    <message>
        <source>The SKU list does not name it.</source>
        <translation>The SKU list does not name it.</translation>
    </message>
    <message>
        <source>The backdrop is coloured: dividing by it gives the product the opposite tint.</source>
        <translation>The backdrop is coloured: dividing by it gives the product the opposite tint.</translation>
    </message>
    <message>
        <source>The backdrop is too coloured or too dark to have been white, so colours were left as they are ({session}).</source>
        <translation>The backdrop is too coloured or too dark to have been white, so colours were left as they are ({session}).</translation>
    </message>
    <message>
        <source>The backdrop is too dark to be made white by dividing.</source>
        <translation>The backdrop is too dark to be made white by dividing.</translation>
    </message>
    <message>
        <source>The backdrop is too dark to be made white: its noise grows with it.</source>
        <translation>The backdrop is too dark to be made white: its noise grows with it.</translation>
    </message>
    <message>
        <source>The backdrop is {cast} ({colour}) in {session}.</source>
        <translation>The backdrop is {cast} ({colour}) in {session}.</translation>
    </message>
    <message>
        <source>The backdrop was made the white point of {session}: red × {red}, green × {green}, blue × {blue}.</source>
        <translation>The backdrop was made the white point of {session}: red × {red}, green × {green}, blue × {blue}.</translation>
    </message>
    <message>
        <source>The backdrops differ too much for one white point, so colours were left as they are ({session}).</source>
        <translation>The backdrops differ too much for one white point, so colours were left as they are ({session}).</translation>
    </message>
    <message>
        <source>The brightness was stretched: the file does not say what is white.</source>
        <translation>The brightness was stretched: the file does not say what is white.</translation>
    </message>
    <message>
        <source>The catalogue has a model called {name}.</source>
        <translation>The catalogue has a model called {name}.</translation>
    </message>
    <message>
        <source>The corrections file names what is not among these photos: {names}.</source>
        <translation>The corrections file names what is not among these photos: {names}.</translation>
    </message>
    <message>
        <source>The corrections file {file} cannot be read: {problem}.</source>
        <translation>The corrections file {file} cannot be read: {problem}.</translation>
    </message>
    <message>
        <source>The corrections file {file} has mistakes.</source>
        <translation>The corrections file {file} has mistakes.</translation>
    </message>
    <message>
        <source>The corrections file {file} names no photo.</source>
        <translation>The corrections file {file} names no photo.</translation>
    </message>
    <message>
        <source>The corrections file {file} names the photo {photo} twice.</source>
        <translation>The corrections file {file} names the photo {photo} twice.</translation>
    </message>
    <message>
        <source>The corrections leave nothing of the product.</source>
        <translation>The corrections leave nothing of the product.</translation>
    </message>
    <message>
        <source>The corrections of this photo were drawn at {drawn_on}, but it is {size}: another shape.</source>
        <translation>The corrections of this photo were drawn at {drawn_on}, but it is {size}: another shape.</translation>
    </message>
    <message>
        <source>The corrections of this photo were drawn on another version of its file.</source>
        <translation>The corrections of this photo were drawn on another version of its file.</translation>
    </message>
    <message>
        <source>The counts in the list of SKUs add up to {total}, but the number of photos is {photos}.</source>
        <translation>The counts in the list of SKUs add up to {total}, but the number of photos is {photos}.</translation>
    </message>
    <message>
        <source>The cutout is doubtful: look at it before you use it.</source>
        <translation>The cutout is doubtful: look at it before you use it.</translation>
    </message>
    <message>
        <source>The cutout left traces of the backdrop: look at it, or try another cutout.</source>
        <translation>The cutout left traces of the backdrop: look at it, or try another cutout.</translation>
    </message>
    <message>
        <source>The cutout model could not be tried: it stopped in the middle.</source>
        <translation>The cutout model could not be tried: it stopped in the middle.</translation>
    </message>
    <message>
        <source>The cutout model {model} could not be downloaded (addresses tried: {tried}).</source>
        <translation>The cutout model {model} could not be downloaded (addresses tried: {tried}).</translation>
    </message>
    <message>
        <source>The cutout model {model} could not be downloaded as a whole (addresses tried: {tried}); {kept} MB are kept.</source>
        <translation>The cutout model {model} could not be downloaded as a whole (addresses tried: {tried}); {kept} MB are kept.</translation>
    </message>
    <message>
        <source>The cutout model {model} could not be loaded ({problem}).</source>
        <translation>The cutout model {model} could not be loaded ({problem}).</translation>
    </message>
    <message>
        <source>The cutout model {model} is being downloaded by another Whitecove.</source>
        <translation>The cutout model {model} is being downloaded by another Whitecove.</translation>
    </message>
    <message>
        <source>The cutout model {model} is not here.</source>
        <translation>The cutout model {model} is not here.</translation>
    </message>
    <message>
        <source>The cutout model {model} is not installed.</source>
        <translation>The cutout model {model} is not installed.</translation>
    </message>
    <message>
        <source>The cutout model {model} is one of your own, so nobody offers it for download.</source>
        <translation>The cutout model {model} is one of your own, so nobody offers it for download.</translation>
    </message>
    <message>
        <source>The cutout model {model} sees no product in the photo.</source>
        <translation>The cutout model {model} sees no product in the photo.</translation>
    </message>
    <message>
        <source>The delivery in {folder} was interrupted.</source>
        <translation>The delivery in {folder} was interrupted.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full.</source>
        <translation>The disk of {folder} is full.</translation>
    </message>
    <message>
        <source>The embedded colour profile{1} is damaged or of another kind and was not used.</source>
        <translation>The embedded colour profile{1} is damaged or of another kind and was not used.</translation>
    </message>
    <message>
        <source>The file cannot be read ({problem}).</source>
        <translation>The file cannot be read ({problem}).</translation>
    </message>
    <message>
        <source>The file could not be opened ({problem}).</source>
        <translation>The file could not be opened ({problem}).</translation>
    </message>
    <message>
        <source>The file has {bytes} MB; at most {limit} MB are read.</source>
        <translation>The file has {bytes} MB; at most {limit} MB are read.</translation>
    </message>
    <message>
        <source>The file holds {1} pictures; the {2} one was used.</source>
        <translation>The file holds {1} pictures; the {2} one was used.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>The file is not a picture in a format known here.</source>
        <translation>The file is not a picture in a format known here.</translation>
    </message>
    <message>
        <source>The file of the cutout model {model} is damaged, so it is not used.</source>
        <translation>The file of the cutout model {model} is damaged, so it is not used.</translation>
    </message>
    <message>
        <source>The file of this photo has changed since it was opened.</source>
        <translation>The file of this photo has changed since it was opened.</translation>
    </message>
    <message>
        <source>The file of your cutout model {model} is not as it was when it was imported, so it is not used.</source>
        <translation>The file of your cutout model {model} is not as it was when it was imported, so it is not used.</translation>
    </message>
    <message>
        <source>The first, {name}: {reason}</source>
        <translation>The first, {name}: {reason}</translation>
    </message>
    <message>
        <source>The folder cannot be read ({problem}).</source>
        <translation>The folder cannot be read ({problem}).</translation>
    </message>
    <message>
        <source>The folder {1} holds pictures of several products, each with a series.</source>
        <translation>The folder {1} holds pictures of several products, each with a series.</translation>
    </message>
    <message>
        <source>The folder {1} holds {2}.</source>
        <translation>The folder {1} holds {2}.</translation>
    </message>
    <message>
        <source>The folder {1} is named for a variant.</source>
        <translation>The folder {1} is named for a variant.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be seen now ({problem}); what was delivered stays.</source>
        <translation>The folder {folder} cannot be seen now ({problem}); what was delivered stays.</translation>
    </message>
    <message>
        <source>The folder {folder} is back.</source>
        <translation>The folder {folder} is back.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more.</source>
        <translation>The folder {folder} is not there any more.</translation>
    </message>
    <message>
        <source>The licence of the cutout model {model} ({licence}) forbids commercial use.</source>
        <translation>The licence of the cutout model {model} ({licence}) forbids commercial use.</translation>
    </message>
    <message>
        <source>The list of SKUs has counts that are not those of the photos found: {problems}.</source>
        <translation>The list of SKUs has counts that are not those of the photos found: {problems}.</translation>
    </message>
    <message>
        <source>The list of SKUs has mistakes ({file}): {problems}.</source>
        <translation>The list of SKUs has mistakes ({file}): {problems}.</translation>
    </message>
    <message>
        <source>The list of SKUs {file} cannot be read ({problem}).</source>
        <translation>The list of SKUs {file} cannot be read ({problem}).</translation>
    </message>
    <message>
        <source>The manifest.json in {folder} cannot be read.</source>
        <translation>The manifest.json in {folder} cannot be read.</translation>
    </message>
    <message>
        <source>The model also saw something that was not taken for the product.</source>
        <translation>The model also saw something that was not taken for the product.</translation>
    </message>
    <message>
        <source>The model and the backdrop give different outlines.</source>
        <translation>The model and the backdrop give different outlines.</translation>
    </message>
    <message>
        <source>The model could not be stored in {folder} ({problem}).</source>
        <translation>The model could not be stored in {folder} ({problem}).</translation>
    </message>
    <message>
        <source>The model is unsure what belongs to the product.</source>
        <translation>The model is unsure what belongs to the product.</translation>
    </message>
    <message>
        <source>The names of the {photos} photos and the times they say put them in different orders, or their times come from different cameras: nobody can tell which SKU each belongs to.</source>
        <translation>The names of the {photos} photos and the times they say put them in different orders, or their times come from different cameras: nobody can tell which SKU each belongs to.</translation>
    </message>
    <message>
        <source>The names {1} differ only by case, and each has a picture of its own: they are kept apart.</source>
        <translation>The names {1} differ only by case, and each has a picture of its own: they are kept apart.</translation>
    </message>
    <message>
        <source>The next run takes them when they have come in whole.</source>
        <translation>The next run takes them when they have come in whole.</translation>
    </message>
    <message>
        <source>The number {1} may be part of the product&apos;s name, as there is no number 1.</source>
        <translation>The number {1} may be part of the product&apos;s name, as there is no number 1.</translation>
    </message>
    <message>
        <source>The output folder has files at the names of pictures or lists that were never Whitecove&apos;s: {files}.</source>
        <translation>The output folder has files at the names of pictures or lists that were never Whitecove&apos;s: {files}.</translation>
    </message>
    <message>
        <source>The output folder has files that are not as Whitecove wrote them: {files}.</source>
        <translation>The output folder has files that are not as Whitecove wrote them: {files}.</translation>
    </message>
    <message>
        <source>The output folder {folder} cannot be made: the folder above it does not exist.</source>
        <translation>The output folder {folder} cannot be made: the folder above it does not exist.</translation>
    </message>
    <message>
        <source>The output folder {folder} is a file.</source>
        <translation>The output folder {folder} is a file.</translation>
    </message>
    <message>
        <source>The output folder {folder} is not there any more.</source>
        <translation>The output folder {folder} is not there any more.</translation>
    </message>
    <message>
        <source>The output folder {folder} was taken away while the batch was at work.</source>
        <translation>The output folder {folder} was taken away while the batch was at work.</translation>
    </message>
    <message>
        <source>The photo is coded for HDR screens: look whether its brightness and colours came out right.</source>
        <translation>The photo is coded for HDR screens: look whether its brightness and colours came out right.</translation>
    </message>
    <message>
        <source>The photo is dark: light it better, or expose it longer.</source>
        <translation>The photo is dark: light it better, or expose it longer.</translation>
    </message>
    <message>
        <source>The photo is under {side} pixels high or wide: too small to cut out.</source>
        <translation>The photo is under {side} pixels high or wide: too small to cut out.</translation>
    </message>
    <message>
        <source>The photo says it has {size}; at most {limit} megapixels are read.</source>
        <translation>The photo says it has {size}; at most {limit} megapixels are read.</translation>
    </message>
    <message>
        <source>The photo shows no soft shadow on a plain backdrop that could be kept.</source>
        <translation>The photo shows no soft shadow on a plain backdrop that could be kept.</translation>
    </message>
    <message>
        <source>The photo turned, or seen closely, gives the model another outline.</source>
        <translation>The photo turned, or seen closely, gives the model another outline.</translation>
    </message>
    <message>
        <source>The photo was replaced while the batch was at work on it.</source>
        <translation>The photo was replaced while the batch was at work on it.</translation>
    </message>
    <message>
        <source>The photo&apos;s own soft shadow was kept, as neutral grey.</source>
        <translation>The photo&apos;s own soft shadow was kept, as neutral grey.</translation>
    </message>
    <message>
        <source>The photos in each of these folders have different names: {folders}.</source>
        <translation>The photos in each of these folders have different names: {folders}.</translation>
    </message>
    <message>
        <source>The photos in {folder} have {count} different names.</source>
        <translation>The photos in {folder} have {count} different names.</translation>
    </message>
    <message>
        <source>The picture has too little detail for it: allow plain padding, or use another photo.</source>
        <translation>The picture has too little detail for it: allow plain padding, or use another photo.</translation>
    </message>
    <message>
        <source>The picture has too much detail for it: make the canvas smaller, or use another photo.</source>
        <translation>The picture has too much detail for it: make the canvas smaller, or use another photo.</translation>
    </message>
    <message>
        <source>The picture is fully transparent: there is nothing to see.</source>
        <translation>The picture is fully transparent: there is nothing to see.</translation>
    </message>
    <message>
        <source>The plan file leaves it out.</source>
        <translation>The plan file leaves it out.</translation>
    </message>
    <message>
        <source>The plan says {1}.</source>
        <translation>The plan says {1}.</translation>
    </message>
    <message>
        <source>The plan {file} has mistakes.</source>
        <translation>The plan {file} has mistakes.</translation>
    </message>
    <message>
        <source>The product and its shadow are hard to tell apart.</source>
        <translation>The product and its shadow are hard to tell apart.</translation>
    </message>
    <message>
        <source>The product fell into several pieces.</source>
        <translation>The product fell into several pieces.</translation>
    </message>
    <message>
        <source>The product found is tiny.</source>
        <translation>The product found is tiny.</translation>
    </message>
    <message>
        <source>The product found lies along the frame.</source>
        <translation>The product found lies along the frame.</translation>
    </message>
    <message>
        <source>The product hardly differs from the backdrop along its outline.</source>
        <translation>The product hardly differs from the backdrop along its outline.</translation>
    </message>
    <message>
        <source>The product&apos;s edge is blurred in the photo: its outline is a guess.</source>
        <translation>The product&apos;s edge is blurred in the photo: its outline is a guess.</translation>
    </message>
    <message>
        <source>The project could not be written to {file} ({problem}).</source>
        <translation>The project could not be written to {file} ({problem}).</translation>
    </message>
    <message>
        <source>The project has {photos} more than once, and each was taken once.</source>
        <translation>The project has {photos} more than once, and each was taken once.</translation>
    </message>
    <message>
        <source>The project {file} cannot be read ({problem}).</source>
        <translation>The project {file} cannot be read ({problem}).</translation>
    </message>
    <message>
        <source>The project {file} is open in another window.</source>
        <translation>The project {file} is open in another window.</translation>
    </message>
    <message>
        <source>The project {file} was made by a later Whitecove.</source>
        <translation>The project {file} was made by a later Whitecove.</translation>
    </message>
    <message>
        <source>The settings could not be written ({problem}).</source>
        <translation>The settings could not be written ({problem}).</translation>
    </message>
    <message>
        <source>The system tells nothing about changes in {folder} ({problem}), so it is looked at again and again.</source>
        <translation>The system tells nothing about changes in {folder} ({problem}), so it is looked at again and again.</translation>
    </message>
    <message>
        <source>The template of file names leaves too little of the SKU: names have at most {limit} characters.</source>
        <translation>The template of file names leaves too little of the SKU: names have at most {limit} characters.</translation>
    </message>
    <message>
        <source>The worker processes end before they take a photo.</source>
        <translation>The worker processes end before they take a photo.</translation>
    </message>
    <message>
        <source>The worker was given up.</source>
        <translation>The worker was given up.</translation>
    </message>
    <message>
        <source>The {format} file ends too early: a part of the picture is missing.</source>
        <translation>The {format} file ends too early: a part of the picture is missing.</translation>
    </message>
    <message>
        <source>The {format} file is damaged.</source>
        <translation>The {format} file is damaged.</translation>
    </message>
    <message>
        <source>The {format} file is of a kind that cannot be read here, or its start is damaged.</source>
        <translation>The {format} file is of a kind that cannot be read here, or its start is damaged.</translation>
    </message>
    <message>
        <source>There is a model of yours called {name}.</source>
        <translation>There is a model of yours called {name}.</translation>
    </message>
    <message>
        <source>There is no colour profile: taken as sRGB.</source>
        <translation>There is no colour profile: taken as sRGB.</translation>
    </message>
    <message>
        <source>There is no cutout called {engine}.</source>
        <translation>There is no cutout called {engine}.</translation>
    </message>
    <message>
        <source>There is no cutout model called {model}.</source>
        <translation>There is no cutout model called {model}.</translation>
    </message>
    <message>
        <source>There is no delivery in {folder}: it has no manifest.json.</source>
        <translation>There is no delivery in {folder}: it has no manifest.json.</translation>
    </message>
    <message>
        <source>There is no file at this place.</source>
        <translation>There is no file at this place.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>There is no file or folder {path}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>There is no file {file}.</translation>
    </message>
    <message>
        <source>There is no finished delivery in {folder}: it has no manifest.json that can be read.</source>
        <translation>There is no finished delivery in {folder}: it has no manifest.json that can be read.</translation>
    </message>
    <message>
        <source>There is no photo to prepare.</source>
        <translation>There is no photo to prepare.</translation>
    </message>
    <message>
        <source>There is no photo to prepare; {count} passed over.</source>
        <translation>There is no photo to prepare; {count} passed over.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>There is no such file.</translation>
    </message>
    <message>
        <source>There is no usable colour profile, but the file says{1}: converted from that.</source>
        <translation>There is no usable colour profile, but the file says{1}: converted from that.</translation>
    </message>
    <message>
        <source>There is no {precision}-precision file of the cutout model {model}.</source>
        <translation>There is no {precision}-precision file of the cutout model {model}.</translation>
    </message>
    <message>
        <source>There is not enough memory to open this photo.</source>
        <translation>There is not enough memory to open this photo.</translation>
    </message>
    <message>
        <source>There is nothing in the folder {folder} any more; what was delivered stays.</source>
        <translation>There is nothing in the folder {folder} any more; what was delivered stays.</translation>
    </message>
    <message>
        <source>There is nothing to cut out: the photo is one even surface.</source>
        <translation>There is nothing to cut out: the photo is one even surface.</translation>
    </message>
    <message>
        <source>There is too little room in {folder}: {needed} MB are needed, {free} MB are free.</source>
        <translation>There is too little room in {folder}: {needed} MB are needed, {free} MB are free.</translation>
    </message>
    <message>
        <source>These SKUs of the list have no photos: {skus}.</source>
        <translation>These SKUs of the list have no photos: {skus}.</translation>
    </message>
    <message>
        <source>These files are not as they were delivered: {files}.</source>
        <translation>These files are not as they were delivered: {files}.</translation>
    </message>
    <message>
        <source>These settings cannot be used: {problems}.</source>
        <translation>These settings cannot be used: {problems}.</translation>
    </message>
    <message>
        <source>This is {kind}, which is not a photo format.</source>
        <translation>This is {kind}, which is not a photo format.</translation>
    </message>
    <message>
        <source>This looks like a photo with its own scene in a white frame: it was not cut out.</source>
        <translation>This looks like a photo with its own scene in a white frame: it was not cut out.</translation>
    </message>
    <message>
        <source>This photo was cut out already, so its shadow is left as it came.</source>
        <translation>This photo was cut out already, so its shadow is left as it came.</translation>
    </message>
    <message>
        <source>This place is too bright to tell its colour.</source>
        <translation>This place is too bright to tell its colour.</translation>
    </message>
    <message>
        <source>This place is too coloured to have been white or grey.</source>
        <translation>This place is too coloured to have been white or grey.</translation>
    </message>
    <message>
        <source>This place is too dark to tell its colour.</source>
        <translation>This place is too dark to tell its colour.</translation>
    </message>
    <message>
        <source>This scene is busy: it needs a cutout model.</source>
        <translation>This scene is busy: it needs a cutout model.</translation>
    </message>
    <message>
        <source>To keep the colours as shot, turn the white point off.</source>
        <translation>To keep the colours as shot, turn the white point off.</translation>
    </message>
    <message>
        <source>To use another one, put it first by its name.</source>
        <translation>To use another one, put it first by its name.</translation>
    </message>
    <message>
        <source>To use them, give them roles.</source>
        <translation>To use them, give them roles.</translation>
    </message>
    <message>
        <source>To use this one, move the other to another folder.</source>
        <translation>To use this one, move the other to another folder.</translation>
    </message>
    <message>
        <source>Too few of the photos show a plain backdrop, so colours were left as they are ({session}).</source>
        <translation>Too few of the photos show a plain backdrop, so colours were left as they are ({session}).</translation>
    </message>
    <message>
        <source>Try again later, or fetch the file by other means and import it.</source>
        <translation>Try again later, or fetch the file by other means and import it.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Try again later.</translation>
    </message>
    <message>
        <source>Try another cutout, or light the backdrop.</source>
        <translation>Try another cutout, or light the backdrop.</translation>
    </message>
    <message>
        <source>Try it again; the log file has the details.</source>
        <translation>Try it again; the log file has the details.</translation>
    </message>
    <message>
        <source>Try the other kind, or export the model to ONNX again: one picture in, one mask of the same size out.</source>
        <translation>Try the other kind, or export the model to ONNX again: one picture in, one mask of the same size out.</translation>
    </message>
    <message>
        <source>Turn the pixels themselves and set the EXIF orientation to 1.</source>
        <translation>Turn the pixels themselves and set the EXIF orientation to 1.</translation>
    </message>
    <message>
        <source>Type one, such as its SKU.</source>
        <translation>Type one, such as its SKU.</translation>
    </message>
    <message>
        <source>Update Whitecove to open it.</source>
        <translation>Update Whitecove to open it.</translation>
    </message>
    <message>
        <source>Upload it in place of the earlier one.</source>
        <translation>Upload it in place of the earlier one.</translation>
    </message>
    <message>
        <source>Upload it there, and delete it at {before}.</source>
        <translation>Upload it there, and delete it at {before}.</translation>
    </message>
    <message>
        <source>Upload it.</source>
        <translation>Upload it.</translation>
    </message>
    <message>
        <source>Use a larger original or come closer, or export on a smaller canvas.</source>
        <translation>Use a larger original or come closer, or export on a smaller canvas.</translation>
    </message>
    <message>
        <source>Use a larger original, or place the picture on a larger canvas.</source>
        <translation>Use a larger original, or place the picture on a larger canvas.</translation>
    </message>
    <message>
        <source>Use a larger photo.</source>
        <translation>Use a larger photo.</translation>
    </message>
    <message>
        <source>Use another address.</source>
        <translation>Use another address.</translation>
    </message>
    <message>
        <source>Use another photo, or approve it after all.</source>
        <translation>Use another photo, or approve it after all.</translation>
    </message>
    <message>
        <source>Use names as manifest.csv and report.html have them.</source>
        <translation>Use names as manifest.csv and report.html have them.</translation>
    </message>
    <message>
        <source>Use one of {known}.</source>
        <translation>Use one of {known}.</translation>
    </message>
    <message>
        <source>Use one of: {known}.</source>
        <translation>Use one of: {known}.</translation>
    </message>
    <message>
        <source>Use the photo as it was then, or draw them again.</source>
        <translation>Use the photo as it was then, or draw them again.</translation>
    </message>
    <message>
        <source>Use up to 40 small letters a to z, digits, - and _, and begin with a letter or digit.</source>
        <translation>Use up to 40 small letters a to z, digits, - and _, and begin with a letter or digit.</translation>
    </message>
    <message>
        <source>Wait until it ends, or choose another output folder.</source>
        <translation>Wait until it ends, or choose another output folder.</translation>
    </message>
    <message>
        <source>Wait until it is finished, or stop it.</source>
        <translation>Wait until it is finished, or stop it.</translation>
    </message>
    <message>
        <source>Wait until that ends, or stop it.</source>
        <translation>Wait until that ends, or stop it.</translation>
    </message>
    <message>
        <source>Watch for another output folder.</source>
        <translation>Watch for another output folder.</translation>
    </message>
    <message>
        <source>What came is kept.</source>
        <translation>What came is kept.</translation>
    </message>
    <message>
        <source>What was corrected in {photos} cannot be read, and was left out.</source>
        <translation>What was corrected in {photos} cannot be read, and was left out.</translation>
    </message>
    <message>
        <source>What {host} has does not continue what is here, so that was thrown away.</source>
        <translation>What {host} has does not continue what is here, so that was thrown away.</translation>
    </message>
    <message>
        <source>What {host} sent is not the model, so it was thrown away.</source>
        <translation>What {host} sent is not the model, so it was thrown away.</translation>
    </message>
    <message>
        <source>Whitecove could not prepare this photo ({kind}).</source>
        <translation>Whitecove could not prepare this photo ({kind}).</translation>
    </message>
    <message>
        <source>Whitecove may not write in {folder}.</source>
        <translation>Whitecove may not write in {folder}.</translation>
    </message>
    <message>
        <source>Whitecove stopped ({kind}).</source>
        <translation>Whitecove stopped ({kind}).</translation>
    </message>
    <message>
        <source>Whitecove was told never to connect, so {model} is not downloaded.</source>
        <translation>Whitecove was told never to connect, so {model} is not downloaded.</translation>
    </message>
    <message>
        <source>Write it like http://192.168.1.5/models/ or https://example.org/models/.</source>
        <translation>Write it like http://192.168.1.5/models/ or https://example.org/models/.</translation>
    </message>
    <message>
        <source>Write one SKU a line.</source>
        <translation>Write one SKU a line.</translation>
    </message>
    <message>
        <source>Write {file} for the file, or the path of the photo where it lies.</source>
        <translation>Write {file} for the file, or the path of the photo where it lies.</translation>
    </message>
    <message>
        <source>a detail shows the size</source>
        <translation>a detail shows the size</translation>
    </message>
    <message>
        <source>a detail with a size chart or an object to compare with</source>
        <translation>a detail with a size chart or an object to compare with</translation>
    </message>
    <message>
        <source>all pictures differ</source>
        <translation>all pictures differ</translation>
    </message>
    <message>
        <source>all white</source>
        <translation>all white</translation>
    </message>
    <message>
        <source>animated, {1}</source>
        <translation>animated, {1}</translation>
    </message>
    <message>
        <source>any shape</source>
        <translation>any shape</translation>
    </message>
    <message>
        <source>approved by a person</source>
        <translation>approved by a person</translation>
    </message>
    <message>
        <source>approved by a person: {1}</source>
        <translation>approved by a person: {1}</translation>
    </message>
    <message>
        <source>as many as memory bears</source>
        <translation>as many as memory bears</translation>
    </message>
    <message>
        <source>as many as there are cores</source>
        <translation>as many as there are cores</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>asked for</translation>
    </message>
    <message>
        <source>at least {1}</source>
        <translation>at least {1}</translation>
    </message>
    <message>
        <source>at least {1} advised</source>
        <translation>at least {1} advised</translation>
    </message>
    <message>
        <source>at most {1} px</source>
        <translation>at most {1} px</translation>
    </message>
    <message>
        <source>at the bottom</source>
        <translation>at the bottom</translation>
    </message>
    <message>
        <source>at the left</source>
        <translation>at the left</translation>
    </message>
    <message>
        <source>at the lower left</source>
        <translation>at the lower left</translation>
    </message>
    <message>
        <source>at the lower right</source>
        <translation>at the lower right</translation>
    </message>
    <message>
        <source>at the right</source>
        <translation>at the right</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>at the top</translation>
    </message>
    <message>
        <source>at the upper left</source>
        <translation>at the upper left</translation>
    </message>
    <message>
        <source>at the upper right</source>
        <translation>at the upper right</translation>
    </message>
    <message>
        <source>background is {1}, not 255, {2}</source>
        <translation>background is {1}, not 255, {2}</translation>
    </message>
    <message>
        <source>can be measured</source>
        <translation>can be measured</translation>
    </message>
    <message>
        <source>capture time and camera in the original&apos;s EXIF</source>
        <translation>capture time and camera in the original&apos;s EXIF</translation>
    </message>
    <message>
        <source>cut off at the {1}</source>
        <translation>cut off at the {1}</translation>
    </message>
    <message>
        <source>decodes fully</source>
        <translation>decodes fully</translation>
    </message>
    <message>
        <source>decodes fully, one still picture</source>
        <translation>decodes fully, one still picture</translation>
    </message>
    <message>
        <source>details show {1}</source>
        <translation>details show {1}</translation>
    </message>
    <message>
        <source>doubt below {1}</source>
        <translation>doubt below {1}</translation>
    </message>
    <message>
        <source>doubt {1}</source>
        <translation>doubt {1}</translation>
    </message>
    <message>
        <source>doubt {1}, approved by a person</source>
        <translation>doubt {1}, approved by a person</translation>
    </message>
    <message>
        <source>embedded sRGB profile (≤ {1} ΔE00), EXIF colour space 1</source>
        <translation>embedded sRGB profile (≤ {1} ΔE00), EXIF colour space 1</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>erase</translation>
    </message>
    <message>
        <source>exactly {1}{2}</source>
        <translation>exactly {1}{2}</translation>
    </message>
    <message>
        <source>first</source>
        <translation>first</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grey</translation>
    </message>
    <message>
        <source>grey fringe in {1} ({2})</source>
        <translation>grey fringe in {1} ({2})</translation>
    </message>
    <message>
        <source>heal</source>
        <translation>heal</translation>
    </message>
    <message>
        <source>how it was cut out is not known</source>
        <translation>how it was cut out is not known</translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>in the middle</translation>
    </message>
    <message>
        <source>in {1}</source>
        <translation>in {1}</translation>
    </message>
    <message>
        <source>its bytes differ</source>
        <translation>its bytes differ</translation>
    </message>
    <message>
        <source>main</source>
        <translation>main</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>keep</translation>
    </message>
    <message>
        <source> (product {1}, {2} below white)</source>
        <translation> (product {1}, {2} below white)</translation>
    </message>
    <message>
        <source>A file lies where the folder {folder} of a product must be.</source>
        <translation>A file lies where the folder {folder} of a product must be.</translation>
    </message>
    <message>
        <source>A good photo that is not needed: it is kept aside.</source>
        <translation>A good photo that is not needed: it is kept aside.</translation>
    </message>
    <message>
        <source>A part of the program is missing, so no cutout model can run.</source>
        <translation>A part of the program is missing, so no cutout model can run.</translation>
    </message>
    <message>
        <source>Along {share} of its outline the cutout follows no edge of the photo: look for shadow left or parts lost.</source>
        <translation>Along {share} of its outline the cutout follows no edge of the photo: look for shadow left or parts lost.</translation>
    </message>
    <message>
        <source>Another product has this name, too: this one is called {1}.</source>
        <translation>Another product has this name, too: this one is called {1}.</translation>
    </message>
    <message>
        <source>Colours were converted from the colour profile{1} to sRGB.</source>
        <translation>Colours were converted from the colour profile{1} to sRGB.</translation>
    </message>
    <message>
        <source>Each photo is a product of its own, as asked.</source>
        <translation>Each photo is a product of its own, as asked.</translation>
    </message>
    <message>
        <source>Edits that were kept earlier stay.</source>
        <translation>Edits that were kept earlier stay.</translation>
    </message>
    <message>
        <source>Get it again under Cutouts and models: {model}, or import it from a good copy.</source>
        <translation>Get it again under Cutouts and models: {model}, or import it from a good copy.</translation>
    </message>
    <message>
        <source>Get it under Cutouts and models, or try another cutout.</source>
        <translation>Get it under Cutouts and models, or try another cutout.</translation>
    </message>
    <message>
        <source>Give this one another name, or remove that one first under Cutouts and models: {name}.</source>
        <translation>Give this one another name, or remove that one first under Cutouts and models: {name}.</translation>
    </message>
    <message>
        <source>Interrupted before the other photos of this product were done: Prepare goes on from here.</source>
        <translation>Interrupted before the other photos of this product were done: Prepare goes on from here.</translation>
    </message>
    <message>
        <source>It has no shooting time, so it is a product of its own.</source>
        <translation>It has no shooting time, so it is a product of its own.</translation>
    </message>
    <message>
        <source>It shows a variant, but nothing says which, so it is not used.</source>
        <translation>It shows a variant, but nothing says which, so it is not used.</translation>
    </message>
    <message>
        <source>Keep one of them, and check that each photo is in the right product.</source>
        <translation>Keep one of them, and check that each photo is in the right product.</translation>
    </message>
    <message>
        <source>Look at which ones are under Cutouts and models.</source>
        <translation>Look at which ones are under Cutouts and models.</translation>
    </message>
    <message>
        <source>Move it away, or choose another folder.</source>
        <translation>Move it away, or choose another folder.</translation>
    </message>
    <message>
        <source>Put {nn} before {role} and {variant} in the template of file names.</source>
        <translation>Put {nn} before {role} and {variant} in the template of file names.</translation>
    </message>
    <message>
        <source>Remove it under Cutouts and models: {model}, and import it from a good copy.</source>
        <translation>Remove it under Cutouts and models: {model}, and import it from a good copy.</translation>
    </message>
    <message>
        <source>The graphics card could not be used through {provider} ({problem}), so the processor computes the cutouts.</source>
        <translation>The graphics card could not be used through {provider} ({problem}), so the processor computes the cutouts.</translation>
    </message>
    <message>
        <source>The product is so small in the photo that it was magnified {scale} times: take a larger photo of it.</source>
        <translation>The product is so small in the photo that it was magnified {scale} times: take a larger photo of it.</translation>
    </message>
    <message>
        <source>The product waits in review, because its main picture is not ready.</source>
        <translation>The product waits in review, because its main picture is not ready.</translation>
    </message>
    <message>
        <source>There is no marketplace called {id}.</source>
        <translation>There is no marketplace called {id}.</translation>
    </message>
    <message>
        <source>This change was asked for; apart from it, colours are kept (ΔE00 median {median}, 95 % {high}).</source>
        <translation>This change was asked for; apart from it, colours are kept (ΔE00 median {median}, 95 % {high}).</translation>
    </message>
    <message>
        <source>a product</source>
        <translation>a product</translation>
    </message>
    <message>
        <source>exactly 255, 255, 255 farther than {1} px from the product</source>
        <translation>exactly 255, 255, 255 farther than {1} px from the product</translation>
    </message>
    <message>
        <source>main picture</source>
        <translation>main picture</translation>
    </message>
    <message>
        <source>marketing pictures: {1}</source>
        <translation>marketing pictures: {1}</translation>
    </message>
    <message>
        <source>no GPS, serial number, embedded thumbnail or maker note</source>
        <translation>no GPS, serial number, embedded thumbnail or maker note</translation>
    </message>
    <message>
        <source>no detail is known to show the size</source>
        <translation>no detail is known to show the size</translation>
    </message>
    <message>
        <source>no grey fringe</source>
        <translation>no grey fringe</translation>
    </message>
    <message>
        <source>no known picture format</source>
        <translation>no known picture format</translation>
    </message>
    <message>
        <source>no longer decided</source>
        <translation>no longer decided</translation>
    </message>
    <message>
        <source>no longer decided: {1}</source>
        <translation>no longer decided: {1}</translation>
    </message>
    <message>
        <source>no {1}</source>
        <translation>no {1}</translation>
    </message>
    <message>
        <source>not magnified (1×)</source>
        <translation>not magnified (1×)</translation>
    </message>
    <message>
        <source>not measured: {1}</source>
        <translation>not measured: {1}</translation>
    </message>
    <message>
        <source>nothing but background</source>
        <translation>nothing but background</translation>
    </message>
    <message>
        <source>nothing private</source>
        <translation>nothing private</translation>
    </message>
    <message>
        <source>on {1} of its rim</source>
        <translation>on {1} of its rim</translation>
    </message>
    <message>
        <source>only the cutout knows where the outline is</source>
        <translation>only the cutout knows where the outline is</translation>
    </message>
    <message>
        <source>open hole</source>
        <translation>open hole</translation>
    </message>
    <message>
        <source>picture of {1}</source>
        <translation>picture of {1}</translation>
    </message>
    <message>
        <source>refused by a person</source>
        <translation>refused by a person</translation>
    </message>
    <message>
        <source>refused by a person: {1}</source>
        <translation>refused by a person: {1}</translation>
    </message>
    <message>
        <source>required {1}</source>
        <translation>required {1}</translation>
    </message>
    <message>
        <source>space on every side</source>
        <translation>space on every side</translation>
    </message>
    <message>
        <source>the embedded profile</source>
        <translation>the embedded profile</translation>
    </message>
    <message>
        <source>the extension of its content</source>
        <translation>the extension of its content</translation>
    </message>
    <message>
        <source>the source photo is not known</source>
        <translation>the source photo is not known</translation>
    </message>
    <message>
        <source>there is nothing but white</source>
        <translation>there is nothing but white</translation>
    </message>
    <message>
        <source>to be shot again</source>
        <translation>to be shot again</translation>
    </message>
    <message>
        <source>to be shot again: {1}</source>
        <translation>to be shot again: {1}</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>upright</translation>
    </message>
    <message>
        <source>upright (EXIF orientation 1 or none)</source>
        <translation>upright (EXIF orientation 1 or none)</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>whole</translation>
    </message>
    <message>
        <source>without white around it the product cannot be told from the background</source>
        <translation>without white around it the product cannot be told from the background</translation>
    </message>
    <message>
        <source>{1} ({2}) with {3} each for {4}; {5} GB of memory are free, and {6} takes up to {7} GB a worker.</source>
        <translation>{1} ({2}) with {3} each for {4}; {5} GB of memory are free, and {6} takes up to {7} GB a worker.</translation>
    </message>
    <message>
        <source>{1} and {2} more</source>
        <translation>{1} and {2} more</translation>
    </message>
    <message>
        <source>{1} bits a channel were reduced to 8.</source>
        <translation>{1} bits a channel were reduced to 8.</translation>
    </message>
    <message>
        <source>{1} byte</source>
        <translation>{1} byte</translation>
    </message>
    <message>
        <source>{1} bytes</source>
        <translation>{1} bytes</translation>
    </message>
    <message>
        <source>{1} frame</source>
        <translation>{1} frame</translation>
    </message>
    <message>
        <source>{1} frames</source>
        <translation>{1} frames</translation>
    </message>
    <message>
        <source>{1} main picture</source>
        <translation>{1} main picture</translation>
    </message>
    <message>
        <source>{1} main pictures</source>
        <translation>{1} main pictures</translation>
    </message>
    <message>
        <source>{1} may name a product of its own as well as a variant, so nothing is mixed.</source>
        <translation>{1} may name a product of its own as well as a variant, so nothing is mixed.</translation>
    </message>
    <message>
        <source>{1} of the outline is lost in white</source>
        <translation>{1} of the outline is lost in white</translation>
    </message>
    <message>
        <source>{1} of the outline is lost in white{2}</source>
        <translation>{1} of the outline is lost in white{2}</translation>
    </message>
    <message>
        <source>{1} of the side, {2} of the area</source>
        <translation>{1} of the side, {2} of the area</translation>
    </message>
    <message>
        <source>{1} of the variant {2}.</source>
        <translation>{1} of the variant {2}.</translation>
    </message>
    <message>
        <source>{1} on {2}</source>
        <translation>{1} on {2}</translation>
    </message>
    <message>
        <source>{1} photo</source>
        <translation>{1} photo</translation>
    </message>
    <message>
        <source>{1} photos</source>
        <translation>{1} photos</translation>
    </message>
    <message>
        <source>{1} photos: {2} used, {3} kept aside.</source>
        <translation>{1} photos: {2} used, {3} kept aside.</translation>
    </message>
    <message>
        <source>{1} pixel</source>
        <translation>{1} pixel</translation>
    </message>
    <message>
        <source>{1} pixels</source>
        <translation>{1} pixels</translation>
    </message>
    <message>
        <source>{1} px</source>
        <translation>{1} px</translation>
    </message>
    <message>
        <source>{1} second</source>
        <translation>{1} second</translation>
    </message>
    <message>
        <source>{1} seconds</source>
        <translation>{1} seconds</translation>
    </message>
    <message>
        <source>{1} × {2} px</source>
        <translation>{1} × {2} px</translation>
    </message>
    <message>
        <source>{1}, and it has no shooting time.</source>
        <translation>{1}, and it has no shooting time.</translation>
    </message>
    <message>
        <source>{1}-bit {2}</source>
        <translation>{1}-bit {2}</translation>
    </message>
    <message>
        <source>mean brightness {1}{2}</source>
        <translation>mean brightness {1}{2}</translation>
    </message>
    <message>
        <source>mean brightness ≥ {1}</source>
        <translation>mean brightness ≥ {1}</translation>
    </message>
    <message>
        <source>no nearly identical pictures, here or in another product</source>
        <translation>no nearly identical pictures, here or in another product</translation>
    </message>
    <message>
        <source>no product is large enough</source>
        <translation>no product is large enough</translation>
    </message>
    <message>
        <source>product on {1} of the picture</source>
        <translation>product on {1} of the picture</translation>
    </message>
    <message>
        <source>the product is too thin to have a core</source>
        <translation>the product is too thin to have a core</translation>
    </message>
    <message>
        <source>the product is too thin to have an outline</source>
        <translation>the product is too thin to have an outline</translation>
    </message>
    <message>
        <source>{1} of the product is burnt out</source>
        <translation>{1} of the product is burnt out</translation>
    </message>
    <message>
        <source>{1}, and it has no shooting time: it is a product of its own.</source>
        <translation>{1}, and it has no shooting time: it is a product of its own.</translation>
    </message>
    <message>
        <source>{1}, and no clear pause between shots tells products apart: it is a product of its own.</source>
        <translation>{1}, and no clear pause between shots tells products apart: it is a product of its own.</translation>
    </message>
    <message>
        <source>{1}: {2} used, {3} kept aside</source>
        <translation>{1}: {2} used, {3} kept aside</translation>
    </message>
    <message>
        <source>{1}; it was shot {2} after the one before.</source>
        <translation>{1}; it was shot {2} after the one before.</translation>
    </message>
    <message>
        <source>{1}; no shot came before.</source>
        <translation>{1}; no shot came before.</translation>
    </message>
    <message>
        <source>{1}; the list gives it to {2}, its number {3}.</source>
        <translation>{1}; the list gives it to {2}, its number {3}.</translation>
    </message>
    <message>
        <source>{1}; {2} passed since the shot before.</source>
        <translation>{1}; {2} passed since the shot before.</translation>
    </message>
    <message>
        <source>{count} earlier files were taken out of the delivery; they lie in _previous.</source>
        <translation>{count} earlier files were taken out of the delivery; they lie in _previous.</translation>
    </message>
    <message>
        <source>{doing} made the worker process end (a damaged file, or too little memory).</source>
        <translation>{doing} made the worker process end (a damaged file, or too little memory).</translation>
    </message>
    <message>
        <source>{doing} took longer than {seconds} seconds, so this photo was given up.</source>
        <translation>{doing} took longer than {seconds} seconds, so this photo was given up.</translation>
    </message>
    <message>
        <source>{doing} took more than {gigabytes} GB of memory, so this photo was given up.</source>
        <translation>{doing} took more than {gigabytes} GB of memory, so this photo was given up.</translation>
    </message>
    <message>
        <source>{files} in the delivery are not Whitecove&apos;s.</source>
        <translation>{files} in the delivery are not Whitecove&apos;s.</translation>
    </message>
    <message>
        <source>{files} in the delivery is not Whitecove&apos;s.</source>
        <translation>{files} in the delivery is not Whitecove&apos;s.</translation>
    </message>
    <message>
        <source>{files} would be written over, but was not written by cutout.</source>
        <translation>{files} would be written over, but was not written by cutout.</translation>
    </message>
    <message>
        <source>{files} would be written over.</source>
        <translation>{files} would be written over.</translation>
    </message>
    <message>
        <source>{file} belongs to an earlier delivery and was edited by hand, so it stays.</source>
        <translation>{file} belongs to an earlier delivery and was edited by hand, so it stays.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({problem}).</source>
        <translation>{file} cannot be read ({problem}).</translation>
    </message>
    <message>
        <source>{file} cannot be read as a plan: {problem}.</source>
        <translation>{file} cannot be read as a plan: {problem}.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} cannot be read.</translation>
    </message>
    <message>
        <source>{file} cannot be replaced: another program, such as a photo viewer or a virus scanner, holds it open.</source>
        <translation>{file} cannot be replaced: another program, such as a photo viewer or a virus scanner, holds it open.</translation>
    </message>
    <message>
        <source>{file} changed while it was copied.</source>
        <translation>{file} changed while it was copied.</translation>
    </message>
    <message>
        <source>{file} could not be run as a cutout model of the kind {kind}.</source>
        <translation>{file} could not be run as a cutout model of the kind {kind}.</translation>
    </message>
    <message>
        <source>{file} could not be written ({problem}).</source>
        <translation>{file} could not be written ({problem}).</translation>
    </message>
    <message>
        <source>{file} has mistakes: {problems}.</source>
        <translation>{file} has mistakes: {problems}.</translation>
    </message>
    <message>
        <source>{file} has no SKU.</source>
        <translation>{file} has no SKU.</translation>
    </message>
    <message>
        <source>{file} is an earlier handover, and what it holds would be gone.</source>
        <translation>{file} is an earlier handover, and what it holds would be gone.</translation>
    </message>
    <message>
        <source>{file} is an original and would be written over.</source>
        <translation>{file} is an original and would be written over.</translation>
    </message>
    <message>
        <source>{file} is none of the cutout models known here, or it is damaged.</source>
        <translation>{file} is none of the cutout models known here, or it is damaged.</translation>
    </message>
    <message>
        <source>{file} is the model {model}, which is known here.</source>
        <translation>{file} is the model {model}, which is known here.</translation>
    </message>
    <message>
        <source>{file} is there already and is not ours.</source>
        <translation>{file} is there already and is not ours.</translation>
    </message>
    <message>
        <source>{file} is there already, and may have been edited.</source>
        <translation>{file} is there already, and may have been edited.</translation>
    </message>
    <message>
        <source>{file} was finished, but has been taken away.</source>
        <translation>{file} was finished, but has been taken away.</translation>
    </message>
    <message>
        <source>{first} and {second} would both become {file}.</source>
        <translation>{first} and {second} would both become {file}.</translation>
    </message>
    <message>
        <source>{first} and {second} would get names that some systems take for the same.</source>
        <translation>{first} and {second} would get names that some systems take for the same.</translation>
    </message>
    <message>
        <source>{first} would come after {second} where names are sorted, as they are on upload.</source>
        <translation>{first} would come after {second} where names are sorted, as they are on upload.</translation>
    </message>
    <message>
        <source>{folder} could not be removed ({problem}).</source>
        <translation>{folder} could not be removed ({problem}).</translation>
    </message>
    <message>
        <source>{folder} has files in it and was not handed over to before.</source>
        <translation>{folder} has files in it and was not handed over to before.</translation>
    </message>
    <message>
        <source>{folder} has other files under names that are handed over: {files}.</source>
        <translation>{folder} has other files under names that are handed over: {files}.</translation>
    </message>
    <message>
        <source>{folder} holds an earlier handover, of which only what changed would be left.</source>
        <translation>{folder} holds an earlier handover, of which only what changed would be left.</translation>
    </message>
    <message>
        <source>{folder} holds the photos, so it cannot be the output folder, too.</source>
        <translation>{folder} holds the photos, so it cannot be the output folder, too.</translation>
    </message>
    <message>
        <source>{folder} is a delivery that is being prepared.</source>
        <translation>{folder} is a delivery that is being prepared.</translation>
    </message>
    <message>
        <source>{folder} is no folder.</source>
        <translation>{folder} is no folder.</translation>
    </message>
    <message>
        <source>{folder} lies in the output folder, or is the output folder itself.</source>
        <translation>{folder} lies in the output folder, or is the output folder itself.</translation>
    </message>
    <message>
        <source>{host} answers in a way that cannot be used.</source>
        <translation>{host} answers in a way that cannot be used.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {problem}.</source>
        <translation>{host} cannot be reached: {problem}.</translation>
    </message>
    <message>
        <source>{host} does not give it (HTTP {status}).</source>
        <translation>{host} does not give it (HTTP {status}).</translation>
    </message>
    <message>
        <source>{host} ended the connection early.</source>
        <translation>{host} ended the connection early.</translation>
    </message>
    <message>
        <source>{host} has another file at this address: {offered} bytes instead of {wanted}.</source>
        <translation>{host} has another file at this address: {offered} bytes instead of {wanted}.</translation>
    </message>
    <message>
        <source>{host} leads from one address to the next without end.</source>
        <translation>{host} leads from one address to the next without end.</translation>
    </message>
    <message>
        <source>{host} leads to something that is no http or https address.</source>
        <translation>{host} leads to something that is no http or https address.</translation>
    </message>
    <message>
        <source>{host} sent a web page instead of the model.</source>
        <translation>{host} sent a web page instead of the model.</translation>
    </message>
    <message>
        <source>{host} sent next to nothing for {seconds} seconds.</source>
        <translation>{host} sent next to nothing for {seconds} seconds.</translation>
    </message>
    <message>
        <source>{mirror} is no address of a mirror.</source>
        <translation>{mirror} is no address of a mirror.</translation>
    </message>
    <message>
        <source>{names} cannot be decided about before it is prepared.</source>
        <translation>{names} cannot be decided about before it is prepared.</translation>
    </message>
    <message>
        <source>{name} is the name of a photo, and of a delivered file that is made of another photo.</source>
        <translation>{name} is the name of a photo, and of a delivered file that is made of another photo.</translation>
    </message>
    <message>
        <source>{name} is the name of several photos: {names}.</source>
        <translation>{name} is the name of several photos: {names}.</translation>
    </message>
    <message>
        <source>{partner} is the edited version of this photo and is used.</source>
        <translation>{partner} is the edited version of this photo and is used.</translation>
    </message>
    <message>
        <source>{partner} is the same photo and is used.</source>
        <translation>{partner} is the same photo and is used.</translation>
    </message>
    <message>
        <source>{problem} A person approved it, but it still breaks: {rules}.</source>
        <translation>{problem} A person approved it, but it still breaks: {rules}.</translation>
    </message>
    <message>
        <source>{target} lies in the delivery itself.</source>
        <translation>{target} lies in the delivery itself.</translation>
    </message>
    <message>
        <source>{total} photos: {used} used, {aside} kept aside.</source>
        <translation>{total} photos: {used} used, {aside} kept aside.</translation>
    </message>
    <message>
        <source>ΔE00 median {1}, 95 % {2}</source>
        <translation>ΔE00 median {1}, 95 % {2}</translation>
    </message>
    <message>
        <source>ΔE00 median {1}, 95 % {2}{3}</source>
        <translation>ΔE00 median {1}, 95 % {2}{3}</translation>
    </message>
    <message>
        <source>ΔE00 median ≤ {1}, 95 % ≤ {2}</source>
        <translation>ΔE00 median ≤ {1}, 95 % ≤ {2}</translation>
    </message>
    <message>
        <source>≤ {1} of the outline within {2} levels of white</source>
        <translation>≤ {1} of the outline within {2} levels of white</translation>
    </message>
    <message>
        <source>≤ {1} of the product</source>
        <translation>≤ {1} of the product</translation>
    </message>
    <message>
        <source>≤ {1} of the {2} px around the product</source>
        <translation>≤ {1} of the {2} px around the product</translation>
    </message>
    <message>
        <source>≥ {1} of the area</source>
        <translation>≥ {1} of the area</translation>
    </message>
    <message>
        <source>≥ {1} of the side</source>
        <translation>≥ {1} of the side</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Back to the preset: {name}</source>
        <translation>Back to the preset: {name}</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Cutouts and models</source>
        <translation>Cutouts and models</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation>Marketplaces</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Pages of settings</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Preparing</translation>
    </message>
    <message>
        <source>Projects and files</source>
        <translation>Projects and files</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Watched folder</translation>
    </message>
</context>
<context>
    <name>ShareField</name>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>This photo cannot be shown</source>
        <translation>This photo cannot be shown</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Adjust</source>
        <translation>Adjust</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Checking</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Cutting out</source>
        <translation>Cutting out</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Getting ready</translation>
    </message>
    <message>
        <source>Making the picture</source>
        <translation>Making the picture</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Reading</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Kept aside</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Shoot again</source>
        <translation>Shoot again</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Working</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln to review</source>
        <translation>
            <numerusform>%Ln to review</numerusform>
            <numerusform>%Ln to review</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the output folder</source>
        <translation>Open the output folder</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Show only what waits for a look</source>
        <translation>Show only what waits for a look</translation>
    </message>
</context>
<context>
    <name>StripArea</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%Ln files delivered</source>
        <translation>
            <numerusform>%Ln file delivered</numerusform>
            <numerusform>%Ln files delivered</numerusform>
        </translation>
    </message>
    <message>
        <source>Files to delete where you uploaded them: {number}</source>
        <translation>Files to delete where you uploaded them: {number}</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nothing changed</translation>
    </message>
    <message>
        <source>Nothing changed since the last delivery.</source>
        <translation>Nothing changed since the last delivery.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Open report</translation>
    </message>
    <message>
        <source>Pictures that are not ready, and were not delivered: {number}</source>
        <translation>Pictures that are not ready, and were not delivered: {number}</translation>
    </message>
    <message>
        <source>Since the last delivery</source>
        <translation>Since the last delivery</translation>
    </message>
    <message>
        <source>Stays there: {files}</source>
        <translation>Stays there: {files}</translation>
    </message>
    <message>
        <source>The first delivery: all of it is new.</source>
        <translation>The first delivery: all of it is new.</translation>
    </message>
    <message>
        <source>They were delivered earlier and edited since. Move them away before you upload.</source>
        <translation>They were delivered earlier and edited since. Move them away before you upload.</translation>
    </message>
    <message>
        <source>changes.csv in the delivery names them.</source>
        <translation>changes.csv in the delivery names them.</translation>
    </message>
    <message>
        <source>edited by hand: {number}</source>
        <translation>edited by hand: {number}</translation>
    </message>
    <message>
        <source>moved: {number}</source>
        <translation>moved: {number}</translation>
    </message>
    <message>
        <source>new: {number}</source>
        <translation>new: {number}</translation>
    </message>
    <message>
        <source>removed: {number}</source>
        <translation>removed: {number}</translation>
    </message>
    <message>
        <source>replaced: {number}</source>
        <translation>replaced: {number}</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>On a checkerboard</source>
        <translation>On a checkerboard</translation>
    </message>
    <message>
        <source>On black</source>
        <translation>On black</translation>
    </message>
    <message>
        <source>On green</source>
        <translation>On green</translation>
    </message>
    <message>
        <source>On grey</source>
        <translation>On grey</translation>
    </message>
    <message>
        <source>On white</source>
        <translation>On white</translation>
    </message>
</context>
<context>
    <name>Tag</name>
    <message>
        <source>another angle</source>
        <translation>another angle</translation>
    </message>
    <message>
        <source>close-up</source>
        <translation>close-up</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>size</source>
        <translation>size</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
</context>
<context>
    <name>TickField</name>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message numerus="yes">
        <source>{folder} and %Ln more</source>
        <translation>
            <numerusform>{folder} and %Ln more</numerusform>
            <numerusform>{folder} and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>{project} – {program}</source>
        <translation>{project} – {program}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>All that can be done</source>
        <translation>All that can be done</translation>
    </message>
    <message>
        <source>Deliver…</source>
        <translation>Deliver…</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Prepare {number}</source>
        <translation>Prepare {number}</translation>
    </message>
</context>
<context>
    <name>Touching</name>
    <message>
        <source>Copy what was drawn</source>
        <translation>Copy what was drawn</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Heal</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Open a hole</source>
        <translation>Open a hole</translation>
    </message>
    <message>
        <source>Opening the photo</source>
        <translation>Opening the photo</translation>
    </message>
    <message>
        <source>This photo cannot be touched up</source>
        <translation>This photo cannot be touched up</translation>
    </message>
    <message>
        <source>This photo cannot be touched up here. What you drew is kept.</source>
        <translation>This photo cannot be touched up here. What you drew is kept.</translation>
    </message>
</context>
<context>
    <name>TouchingUp</name>
    <message numerus="yes">
        <source>%n photos have another shape.</source>
        <translation>
            <numerusform>%n photos have another shape.</numerusform>
            <numerusform>%n photos have another shape.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied to %n photos.</source>
        <translation>
            <numerusform>Copied to %n photos.</numerusform>
            <numerusform>Copied to %n photos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is drawn on this photo yet.</source>
        <translation>Nothing is drawn on this photo yet.</translation>
    </message>
    <message>
        <source>This is the last photo of its product.</source>
        <translation>This is the last photo of its product.</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Approve</source>
        <translation>Approve</translation>
    </message>
</context>
<context>
    <name>WatchPage</name>
    <message>
        <source>A folder beside it.</source>
        <translation>A folder beside it.</translation>
    </message>
    <message>
        <source>As set under Preparing.</source>
        <translation>As set under Preparing.</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>Choose a preset</translation>
    </message>
    <message>
        <source>Choose it first.</source>
        <translation>Choose it first.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Off.</source>
        <translation>Off.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Photos that arrive in this folder are prepared by themselves, while Whitecove is open.</source>
        <translation>Photos that arrive in this folder are prepared by themselves, while Whitecove is open.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>Presets (*.toml)</source>
        <translation>Presets (*.toml)</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Watch a folder</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Watched folder</translation>
    </message>
    <message>
        <source>Watching. What is finished stays when you switch it off.</source>
        <translation>Watching. What is finished stays when you switch it off.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Where pictures go</source>
        <translation>Where pictures go</translation>
    </message>
</context>
<context>
    <name>Watcher</name>
    <message numerus="yes">
        <source>%Ln photos came; all is up to date.</source>
        <translation>
            <numerusform>%Ln photo came; all is up to date.</numerusform>
            <numerusform>%Ln photos came; all is up to date.</numerusform>
        </translation>
    </message>
    <message>
        <source>The work broke off. Switch it on again: it goes on from there.</source>
        <translation>The work broke off. Switch it on again: it goes on from there.</translation>
    </message>
    <message>
        <source>Watching begins.</source>
        <translation>Watching begins.</translation>
    </message>
    <message numerus="yes">
        <source>Work begins: %Ln photos.</source>
        <translation>
            <numerusform>Work begins: %Ln photo.</numerusform>
            <numerusform>Work begins: %Ln photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhitePoint</name>
    <message>
        <source>As the preset says.</source>
        <translation>As the preset says.</translation>
    </message>
    <message>
        <source>Pick on the photo</source>
        <translation>Pick on the photo</translation>
    </message>
    <message>
        <source>red × {red}, green × {green}, blue × {blue}</source>
        <translation>red × {red}, green × {green}, blue × {blue}</translation>
    </message>
</context>
</TS>
