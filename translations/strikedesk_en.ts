<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>strikedesk::charts::ChartText</name>
    <message numerus="yes">
        <source>%1 · %n gap(s)</source>
        <comment>mode and number of gaps</comment>
        <translation>
            <numerusform>%1 · %n gap</numerusform>
            <numerusform>%1 · %n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ExpiryBar</name>
    <message numerus="yes">
        <source>Expires %1, in %n calendar day(s)</source>
        <translation>
            <numerusform>Expires %1, in %n calendar day</numerusform>
            <numerusform>Expires %1, in %n calendar days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::Toasts</name>
    <message numerus="yes">
        <source>%n more above</source>
        <translation>
            <numerusform>%n more above</numerusform>
            <numerusform>%n more above</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::WatchlistPanel</name>
    <message numerus="yes">
        <source>%n symbol(s) added.</source>
        <translation>
            <numerusform>%n symbol added.</numerusform>
            <numerusform>%n symbols added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) refused.</source>
        <translation>
            <numerusform>%n line refused.</numerusform>
            <numerusform>%n lines refused.</numerusform>
        </translation>
    </message>
</context>
</TS>
