<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>strikedesk::Language</name>
    <message>
        <source>en_US</source>
        <extracomment>The locale of month names and weekdays, as language_COUNTRY.</extracomment>
        <translation>es_ES</translation>
    </message>
</context>
<context>
    <name>strikedesk::charts::ChartText</name>
    <message>
        <source>NO DATA</source>
        <translation>SIN DATOS</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>EN VIVO</translation>
    </message>
    <message>
        <source>BACKFILLING</source>
        <translation>RELLENANDO</translation>
    </message>
    <message>
        <source>DEGRADED</source>
        <translation>DEGRADADO</translation>
    </message>
    <message>
        <source>CLOSED</source>
        <translation>CERRADO</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>REPETICIÓN</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>mode and age</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>mode and score</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n gap(s)</source>
        <comment>mode and number of gaps</comment>
        <translation>
            <numerusform>%1 · %n hueco</numerusform>
            <numerusform>%1 · %n huecos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · throttled</source>
        <translation>%1 · limitado</translation>
    </message>
    <message>
        <source>No bars yet. Choose a symbol, or wait for its history to arrive.</source>
        <translation>Aún no hay barras. Elija un símbolo o espere a que llegue su historial.</translation>
    </message>
    <message>
        <source>Loading history…</source>
        <translation>Cargando el historial…</translation>
    </message>
    <message>
        <source>There are no bars in this series. Try a longer timeframe or extended hours.</source>
        <translation>Esta serie no tiene barras. Pruebe una temporalidad mayor o el horario extendido.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>minutes</comment>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>axis: a new day</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>axis: a day</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>axis: a new month and year</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>axis: a month</comment>
        <translation>MMM</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>a day in full</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day</comment>
        <translation>ddd d MMM</translation>
    </message>
</context>
<context>
    <name>strikedesk::charts::PriceChart</name>
    <message>
        <source>%1 chart, %2</source>
        <comment>symbol and timeframe</comment>
        <translation>Gráfico de %1, %2</translation>
    </message>
    <message>
        <source>Last price %1. Shown: %2 to %3, low %4, high %5. %6.</source>
        <translation>Último precio %1. Se muestra: de %2 a %3, mínimo %4, máximo %5. %6.</translation>
    </message>
    <message>
        <source>Price chart</source>
        <translation>Gráfico de precios</translation>
    </message>
</context>
<context>
    <name>strikedesk::desk::PanelNames</name>
    <message>
        <source>Watchlist</source>
        <translation>Lista de seguimiento</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Contract chart</source>
        <translation>Gráfico del contrato</translation>
    </message>
    <message>
        <source>Options chain</source>
        <translation>Cadena de opciones</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matriz</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>Boleta de orden</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Posiciones</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Diario</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ArmButton</name>
    <message>
        <source>Armed %1:%2</source>
        <translation>Armado %1:%2</translation>
    </message>
    <message>
        <source>Disarmed</source>
        <translation>Desarmado</translation>
    </message>
    <message>
        <source>One-click orders are armed, press to disarm</source>
        <translation>Las órdenes con un clic están armadas; pulse para desarmarlas</translation>
    </message>
    <message>
        <source>One click in the matrix sends an order. Click to disarm.</source>
        <translation>Un clic en la matriz envía una orden. Haga clic para desarmar.</translation>
    </message>
    <message>
        <source>One-click orders are disarmed, press to arm for %1</source>
        <translation>Órdenes con un clic desarmadas; pulse para armarlas durante %1</translation>
    </message>
    <message>
        <source>One click in the matrix only loads the ticket. Click to let it send orders for %1. Closing a position never needs this.</source>
        <translation>Un clic en la matriz solo carga la boleta. Haga clic para que envíe órdenes durante %1. Cerrar una posición nunca lo requiere.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::BrokerKeysForm</name>
    <message>
        <source>Store</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Live account (real money)</source>
        <translation>Cuenta live (dinero real)</translation>
    </message>
    <message>
        <source>Paper account</source>
        <translation>Cuenta paper</translation>
    </message>
    <message>
        <source>Key id of the live account</source>
        <translation>Id de la clave de la cuenta live</translation>
    </message>
    <message>
        <source>Key id of the paper account</source>
        <translation>Id de la clave de la cuenta paper</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>Id de la clave</translation>
    </message>
    <message>
        <source>Secret key of the live account</source>
        <translation>Clave secreta de la cuenta live</translation>
    </message>
    <message>
        <source>Secret key of the paper account</source>
        <translation>Clave secreta de la cuenta paper</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Clave secreta</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Looking into the key store…</source>
        <translation>Buscando en el almacén de claves…</translation>
    </message>
    <message>
        <source>The environment gives a key ending in %1; it is used before a stored one.</source>
        <translation>El entorno da una clave que termina en %1; se usa antes que una guardada.</translation>
    </message>
    <message>
        <source>A key ending in %1 is stored.</source>
        <translation>Hay guardada una clave que termina en %1.</translation>
    </message>
    <message>
        <source>No key is stored.</source>
        <translation>No hay ninguna clave guardada.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>The key id is missing or has characters no key has. Copy it again from the broker.</source>
        <translation>Falta el id de la clave o tiene caracteres que ninguna clave tiene. Cópielo de nuevo del bróker.</translation>
    </message>
    <message>
        <source>The secret key is missing or has characters no key has. Copy it again from the broker.</source>
        <translation>Falta la clave secreta o tiene caracteres que ninguna clave tiene. Cópiela de nuevo del bróker.</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Stored in the system&apos;s key store. It is used from the next start of the session.</source>
        <translation>Guardada en el almacén de claves del sistema. Se usa desde el próximo inicio de la sesión.</translation>
    </message>
    <message>
        <source>Really remove</source>
        <translation>Quitar de verdad</translation>
    </message>
    <message>
        <source>Without the key this account cannot be used. Press again to remove it.</source>
        <translation>Sin la clave no se puede usar esta cuenta. Pulse otra vez para quitarla.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Quitada.</translation>
    </message>
    <message>
        <source>Polygon key</source>
        <translation>Clave de Polygon</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Polygon (Massive) market data</source>
        <translation>Datos de mercado de Polygon (Massive)</translation>
    </message>
    <message>
        <source>The environment gives a key; it is used before a stored one.</source>
        <translation>El entorno da una clave; se usa antes que una guardada.</translation>
    </message>
    <message>
        <source>A key is stored.</source>
        <translation>Hay una clave guardada.</translation>
    </message>
    <message>
        <source>The key is missing or has characters no key has. Copy it again from Polygon.</source>
        <translation>Falta la clave o tiene caracteres que ninguna clave tiene. Cópiela otra vez de Polygon.</translation>
    </message>
    <message>
        <source>Without the key Polygon is not asked for data. Press again to remove it.</source>
        <translation>Sin la clave no se piden datos a Polygon. Pulse otra vez para quitarla.</translation>
    </message>
    <message>
        <source>Stored in the system&apos;s key store. The session that runs goes on without it; a paper or live session asks Polygon from its next start, the demo never does.</source>
        <translation>Guardada en el almacén de claves del sistema. La sesión en marcha sigue sin ella; una sesión paper o live consulta a Polygon desde su próximo inicio, la demostración nunca.</translation>
    </message>
    <message>
        <source>Removed. The session that runs keeps the key it began with until its next start.</source>
        <translation>Eliminada. La sesión en marcha conserva la clave con la que empezó hasta su próximo inicio.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ChainColumns</name>
    <message>
        <source>Bid</source>
        <translation>Bid</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>IV</source>
        <translation>IV</translation>
    </message>
    <message>
        <source>Implied volatility, percent a year</source>
        <translation>Volatilidad implícita, porcentaje anual</translation>
    </message>
    <message>
        <source>Δ</source>
        <translation>Δ</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>Vol</translation>
    </message>
    <message>
        <source>Volume of the day, contracts</source>
        <translation>Volumen del día, contratos</translation>
    </message>
    <message>
        <source>OI</source>
        <translation>OI</translation>
    </message>
    <message>
        <source>Open interest, contracts</source>
        <translation>Interés abierto, contratos</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
    </message>
    <message>
        <source>Last trade</source>
        <translation>Última operación</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Middle of bid and ask</source>
        <translation>Punto medio entre bid y ask</translation>
    </message>
    <message>
        <source>Γ</source>
        <translation>Γ</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Θ</source>
        <translation>Θ</translation>
    </message>
    <message>
        <source>Theta, dollars a day</source>
        <translation>Theta, dólares por día</translation>
    </message>
    <message>
        <source>Vega</source>
        <translation>Vega</translation>
    </message>
    <message>
        <source>Vega, dollars per point of volatility</source>
        <translation>Vega, dólares por punto de volatilidad</translation>
    </message>
    <message>
        <source>Sprd %</source>
        <translation>Sprd %</translation>
    </message>
    <message>
        <source>Spread, percent of the middle</source>
        <translation>Spread, porcentaje del precio medio</translation>
    </message>
    <message>
        <source>B/E</source>
        <translation>B/E</translation>
    </message>
    <message>
        <source>Break-even at expiry when bought at the middle</source>
        <translation>Punto de equilibrio al vencimiento si se compra al precio medio</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Time since the quote was confirmed</source>
        <translation>Tiempo desde que se confirmó la cotización</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ChainControls</name>
    <message>
        <source>Calls, puts or both</source>
        <translation>Calls, puts o ambos</translation>
    </message>
    <message>
        <source>Strikes shown</source>
        <translation>Strikes visibles</translation>
    </message>
    <message>
        <source>Widest spread</source>
        <translation>Spread máximo</translation>
    </message>
    <message>
        <source>Least open interest</source>
        <translation>Interés abierto mínimo</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Calls · Puts</source>
        <translation>Calls · Puts</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Puts</source>
        <translation>Puts</translation>
    </message>
    <message>
        <source>Strikes ±%1</source>
        <translation>Strikes ±%1</translation>
    </message>
    <message>
        <source>All strikes</source>
        <translation>Todos los strikes</translation>
    </message>
    <message>
        <source>Spread ≤ %1 %</source>
        <translation>Spread ≤ %1 %</translation>
    </message>
    <message>
        <source>Any spread</source>
        <translation>Todo spread</translation>
    </message>
    <message>
        <source>OI ≥ %1</source>
        <translation>OI ≥ %1</translation>
    </message>
    <message>
        <source>Any OI</source>
        <translation>Todo OI</translation>
    </message>
    <message>
        <source>Calls and puts</source>
        <translation>Calls y puts</translation>
    </message>
    <message>
        <source>Calls only</source>
        <translation>Solo calls</translation>
    </message>
    <message>
        <source>Puts only</source>
        <translation>Solo puts</translation>
    </message>
    <message>
        <source>%1 above and below</source>
        <translation>%1 por encima y por debajo</translation>
    </message>
    <message>
        <source>At most %1 % of the middle</source>
        <translation>Como máximo %1 % del precio medio</translation>
    </message>
    <message>
        <source>At least %1</source>
        <translation>Al menos %1</translation>
    </message>
    <message>
        <source>Any open interest</source>
        <translation>Cualquier interés abierto</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Precios</translation>
    </message>
    <message>
        <source>Greeks</source>
        <translation>Griegas</translation>
    </message>
    <message>
        <source>Open interest as bars</source>
        <translation>Interés abierto en barras</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ChainModel</name>
    <message>
        <source>Strike %1</source>
        <translation>Strike %1</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>No contract is listed here.</source>
        <translation>Aquí no cotiza ningún contrato.</translation>
    </message>
    <message>
        <source>%1 × %2 at %3 / %4</source>
        <translation>%1 × %2 a %3 / %4</translation>
    </message>
    <message>
        <source>%1
%2
The quote was never confirmed.</source>
        <translation>%1
%2
La cotización nunca se confirmó.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1
%2
Confirmed %3 ago</source>
        <translation>%1
%2
Confirmada hace %3</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>Calls: %1</source>
        <translation>Calls: %1</translation>
    </message>
    <message>
        <source>Puts: %1</source>
        <translation>Puts: %1</translation>
    </message>
    <message>
        <source>%1
%2
Not live: the data plan streams fewer contracts than are wanted. Read every 15 s.</source>
        <translation>%1
%2
No en vivo: el plan de datos transmite menos contratos de los que se piden. Se lee cada 15 s.</translation>
    </message>
    <message>
        <source>Delayed quote: 15 minutes late</source>
        <translation>Cotización retrasada: 15 minutos</translation>
    </message>
    <message>
        <source>Indicative quote: altered, not the market&apos;s own</source>
        <translation>Cotización indicativa: alterada, no la del mercado</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ChainPanel</name>
    <message>
        <source>Options chain</source>
        <translation>Cadena de opciones</translation>
    </message>
    <message>
        <source>The market is closed. These are the last quotes.</source>
        <translation>El mercado está cerrado. Estas son las últimas cotizaciones.</translation>
    </message>
    <message>
        <source>No symbol chosen</source>
        <translation>Ningún símbolo elegido</translation>
    </message>
    <message>
        <source>Choose one in a watchlist of the same group, or search for it.</source>
        <translation>Elija uno en una lista de seguimiento del mismo grupo o búsquelo.</translation>
    </message>
    <message>
        <source>The chain of %1 cannot be shown</source>
        <translation>No se puede mostrar la cadena de %1</translation>
    </message>
    <message>
        <source>Loading the chain of %1 …</source>
        <translation>Cargando la cadena de %1 …</translation>
    </message>
    <message>
        <source>%1 lists no contracts here</source>
        <translation>%1 no tiene contratos aquí</translation>
    </message>
    <message>
        <source>Choose another expiry above.</source>
        <translation>Elija otro vencimiento arriba.</translation>
    </message>
    <message>
        <source>No strike passes the filter</source>
        <translation>Ningún strike pasa el filtro</translation>
    </message>
    <message>
        <source>Allow a wider spread or less open interest.</source>
        <translation>Permita un spread mayor o menos interés abierto.</translation>
    </message>
    <message>
        <source>Show every strike</source>
        <translation>Mostrar todos los strikes</translation>
    </message>
    <message>
        <source>Options chain · %1</source>
        <translation>Cadena de opciones · %1</translation>
    </message>
    <message>
        <source>spot %1</source>
        <translation>spot %1</translation>
    </message>
    <message>
        <source>spot %1 · expected move ±%2</source>
        <translation>spot %1 · movimiento esperado ±%2</translation>
    </message>
    <message>
        <source>Centre the chain at the money</source>
        <translation>Centrar la cadena en el dinero</translation>
    </message>
    <message>
        <source>Show the next expiry</source>
        <translation>Mostrar el vencimiento siguiente</translation>
    </message>
    <message>
        <source>Show the expiry before</source>
        <translation>Mostrar el vencimiento anterior</translation>
    </message>
    <message>
        <source>Put a purchase of the contract into the ticket</source>
        <translation>Poner en la boleta una compra del contrato</translation>
    </message>
    <message>
        <source>Put a sale of the contract into the ticket</source>
        <translation>Poner en la boleta una venta del contrato</translation>
    </message>
    <message>
        <source>Copy the contract&apos;s symbol</source>
        <translation>Copiar el símbolo del contrato</translation>
    </message>
    <message>
        <source>Show open interest as bars</source>
        <translation>Mostrar el interés abierto en barras</translation>
    </message>
    <message>
        <source>Buy %1 …</source>
        <translation>Comprar %1 …</translation>
    </message>
    <message>
        <source>Sell %1 …</source>
        <translation>Vender %1 …</translation>
    </message>
    <message>
        <source>Show in this group&apos;s panels</source>
        <translation>Mostrar en los paneles de este grupo</translation>
    </message>
    <message>
        <source>Copy symbol</source>
        <translation>Copiar símbolo</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ChainTable</name>
    <message>
        <source>Options chain</source>
        <translation>Cadena de opciones</translation>
    </message>
    <message>
        <source>Columns of the chain</source>
        <translation>Columnas de la cadena</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ChartOverlay</name>
    <message>
        <source>%1 C</source>
        <translation>%1 C</translation>
    </message>
    <message>
        <source>%1 P</source>
        <translation>%1 P</translation>
    </message>
    <message>
        <source>%1 @ %2</source>
        <translation>%1 @ %2</translation>
    </message>
    <message>
        <source>%1 × %2 @ %3</source>
        <translation>%1 × %2 @ %3</translation>
    </message>
    <message>
        <source>buy UNKNOWN</source>
        <translation>compra INCIERTA</translation>
    </message>
    <message>
        <source>sell UNKNOWN</source>
        <translation>venta INCIERTA</translation>
    </message>
    <message>
        <source>buy to open</source>
        <translation>compra para abrir</translation>
    </message>
    <message>
        <source>sell to open</source>
        <translation>venta para abrir</translation>
    </message>
    <message>
        <source>take-profit</source>
        <translation>take-profit</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>cerrando</translation>
    </message>
    <message>
        <source>stop, watched here</source>
        <translation>stop, vigilado aquí</translation>
    </message>
    <message>
        <source>take-profit, not placed</source>
        <translation>take-profit, sin colocar</translation>
    </message>
    <message>
        <source>remove the take-profit?</source>
        <translation>¿quitar el take-profit?</translation>
    </message>
    <message>
        <source>remove the stop?</source>
        <translation>¿quitar el stop?</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ChartPanel</name>
    <message>
        <source>Contract chart</source>
        <translation>Gráfico del contrato</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Timeframe %1</source>
        <translation>Temporalidad %1</translation>
    </message>
    <message>
        <source>Longer timeframe</source>
        <translation>Temporalidad mayor</translation>
    </message>
    <message>
        <source>Shorter timeframe</source>
        <translation>Temporalidad menor</translation>
    </message>
    <message>
        <source>Back to the live edge</source>
        <translation>Volver al borde en vivo</translation>
    </message>
    <message>
        <source>Next way to draw bars</source>
        <translation>Siguiente forma de dibujar las barras</translation>
    </message>
    <message>
        <source>Regular or extended hours</source>
        <translation>Horario regular o extendido</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>Guardar el gráfico como imagen</translation>
    </message>
    <message>
        <source>No contract is chosen. Click a bid or an ask in the options chain.</source>
        <translation>Ningún contrato elegido. Haga clic en un bid o un ask de la cadena de opciones.</translation>
    </message>
    <message>
        <source>No symbol is chosen. Pick one in the watchlist, or press / and type it.</source>
        <translation>Ningún símbolo elegido. Elija uno en la lista de seguimiento, o pulse / y escríbalo.</translation>
    </message>
    <message>
        <source>%1 has no bars in this timeframe.</source>
        <translation>%1 no tiene barras en esta temporalidad.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Loading %1, %2…</source>
        <translation>Cargando %1, %2…</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>La imagen está en el portapapeles.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>not live: whole minutes only</source>
        <translation>sin vivo: solo minutos enteros</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ChartToolbar</name>
    <message>
        <source>Candles</source>
        <translation>Velas</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>Heikin-Ashi</translation>
    </message>
    <message>
        <source>Timeframe %1</source>
        <translation>Temporalidad %1</translation>
    </message>
    <message>
        <source>Timeframe %1 (Alt+%2)</source>
        <translation>Temporalidad %1 (Alt+%2)</translation>
    </message>
    <message>
        <source>RTH</source>
        <translation>RTH</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Save the chart as a picture (Ctrl+Shift+S)</source>
        <translation>Guardar el gráfico como imagen (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>Guardar el gráfico como imagen</translation>
    </message>
    <message>
        <source>ETH</source>
        <translation>ETH</translation>
    </message>
    <message>
        <source>Regular hours; press for extended hours</source>
        <translation>Horario regular; pulse para el horario extendido</translation>
    </message>
    <message>
        <source>Extended hours; press for regular hours</source>
        <translation>Horario extendido; pulse para el horario regular</translation>
    </message>
    <message>
        <source>Regular hours, 09:30 to the close (Alt+E: extended)</source>
        <translation>Horario regular, de 09:30 al cierre (Alt+E: extendido)</translation>
    </message>
    <message>
        <source>Extended hours, from 04:00 (Alt+E: regular)</source>
        <translation>Horario extendido, desde 04:00 (Alt+E: regular)</translation>
    </message>
    <message>
        <source>Drawn as: %1</source>
        <translation>Dibujado como: %1</translation>
    </message>
    <message>
        <source>How bars are drawn (Alt+K: next)</source>
        <translation>Cómo se dibujan las barras (Alt+K: siguiente)</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::CheckList</name>
    <message>
        <source>Checks of this order</source>
        <translation>Controles de esta orden</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::CommandPalette</name>
    <message>
        <source>Command or symbol</source>
        <translation>Comando o símbolo</translation>
    </message>
    <message>
        <source>What do you want to do? Type a command or a symbol</source>
        <translation>¿Qué desea hacer? Escriba un comando o un símbolo</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>Nada coincide. Pruebe con menos letras.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ConnectionLights</name>
    <message>
        <source>not connected yet</source>
        <translation>aún sin conexión</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>refused; check the keys</source>
        <translation>rechazado; revise las claves</translation>
    </message>
    <message>
        <source>lost, trying again</source>
        <translation>perdido, reintentando</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Stocks</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Bróker</translation>
    </message>
    <message>
        <source>Order stream</source>
        <translation>Flujo de órdenes</translation>
    </message>
    <message>
        <source>Orders may leave.</source>
        <translation>Las órdenes pueden salir.</translation>
    </message>
    <message>
        <source>No order may leave yet.</source>
        <translation>Aún no puede salir ninguna orden.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Almacén</translation>
    </message>
    <message>
        <source>The order log is open.</source>
        <translation>El registro de órdenes está abierto.</translation>
    </message>
    <message>
        <source>The order log is not open yet.</source>
        <translation>El registro de órdenes aún no está abierto.</translation>
    </message>
    <message>
        <source>Events recorded in the film: %1.</source>
        <translation>Eventos grabados en la película: %1.</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>IA</translation>
    </message>
    <message>
        <source>No language model is set up.</source>
        <translation>No hay ningún modelo de lenguaje configurado.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Newest quote: %1 old.</source>
        <translation>Cotización más reciente: de hace %1.</translation>
    </message>
    <message>
        <source>So for %1.</source>
        <translation>Así desde hace %1.</translation>
    </message>
    <message>
        <source>Everything comes 15 minutes late.</source>
        <translation>Todo llega con 15 minutos de retraso.</translation>
    </message>
    <message>
        <source>Quotes are altered, trades come 15 minutes late.</source>
        <translation>Las cotizaciones están alteradas; las operaciones llegan con 15 minutos de retraso.</translation>
    </message>
    <message>
        <source>Data: delayed</source>
        <translation>Datos: con retraso</translation>
    </message>
    <message>
        <source>Data: indicative</source>
        <translation>Datos: indicativos</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::DataPage</name>
    <message>
        <source>Stock quotes on request</source>
        <translation>Cotizaciones de acciones a petición</translation>
    </message>
    <message>
        <source>Option quotes on request</source>
        <translation>Cotizaciones de opciones a petición</translation>
    </message>
    <message>
        <source>Stock history</source>
        <translation>Historial de acciones</translation>
    </message>
    <message>
        <source>Option history</source>
        <translation>Historial de opciones</translation>
    </message>
    <message>
        <source>Option chains</source>
        <translation>Cadenas de opciones</translation>
    </message>
    <message>
        <source>Live stocks</source>
        <translation>Acciones en vivo</translation>
    </message>
    <message>
        <source>Live options</source>
        <translation>Opciones en vivo</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Noticias</translation>
    </message>
    <message>
        <source>real time</source>
        <translation>tiempo real</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>con retraso</translation>
    </message>
    <message>
        <source>not included</source>
        <translation>no incluido</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>aún no se sabe</translation>
    </message>
    <message>
        <source>Ask the providers again</source>
        <translation>Preguntar otra vez a los proveedores</translation>
    </message>
    <message>
        <source>Orders always go to Alpaca. Market data is asked of the providers in this order; where the first has nothing, the next one steps in, and a chart never mixes two of them.</source>
        <translation>Las órdenes siempre van a Alpaca. Los datos de mercado se piden a los proveedores en este orden; donde el primero no tiene nada, entra el siguiente, y un gráfico nunca mezcla dos de ellos.</translation>
    </message>
    <message>
        <source>Requests left this minute</source>
        <translation>Peticiones que quedan este minuto</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1, en uso</translation>
    </message>
    <message>
        <source>paused after failures; tried again by itself</source>
        <translation>en pausa tras fallos; se reintenta por sí solo</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>With a Polygon key, entered under Keys, a second provider can step in when Alpaca&apos;s data is away.</source>
        <translation>Con una clave de Polygon, introducida en Claves, un segundo proveedor puede entrar cuando faltan los datos de Alpaca.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::DeskMode</name>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>PAPER</source>
        <translation>PAPER</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>REPETICIÓN</translation>
    </message>
    <message>
        <source>Simulated market and account on this machine. No order leaves it.</source>
        <translation>Mercado y cuenta simulados en este equipo. Ninguna orden sale de él.</translation>
    </message>
    <message>
        <source>The broker&apos;s paper account: real market data, pretended money.</source>
        <translation>La cuenta paper del bróker: datos reales del mercado, dinero ficticio.</translation>
    </message>
    <message>
        <source>Real money. Every order goes to the broker&apos;s live account.</source>
        <translation>Dinero real. Cada orden va a la cuenta live del bróker.</translation>
    </message>
    <message>
        <source>A recorded session. Nothing leaves this machine.</source>
        <translation>Una sesión grabada. Nada sale de este equipo.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::DeskWindow</name>
    <message>
        <source>New window</source>
        <translation>Ventana nueva</translation>
    </message>
    <message>
        <source>Put panels here and move the window to another monitor. It comes back at the next start.</source>
        <translation>Ponga aquí paneles y lleve la ventana a otro monitor. Volverá en el próximo inicio.</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Añadir un panel</translation>
    </message>
    <message>
        <source>[%1] Strikedesk – window %2</source>
        <translation>[%1] Strikedesk – ventana %2</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::DockTitleBar</name>
    <message>
        <source>Panel menu</source>
        <translation>Menú del panel</translation>
    </message>
    <message>
        <source>Float, maximise, move or close this panel</source>
        <translation>Separar, maximizar, mover o cerrar este panel</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>Acoplar</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>Maximizar</translation>
    </message>
    <message>
        <source>Move to a new window</source>
        <translation>Mover a una ventana nueva</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::EmptyWorkspace</name>
    <message>
        <source>Add the panel %1</source>
        <translation>Añadir el panel %1</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Restablecer la disposición</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ExpiryBar</name>
    <message>
        <source>Expiries</source>
        <translation>Vencimientos</translation>
    </message>
    <message numerus="yes">
        <source>Expires %1, in %n calendar day(s)</source>
        <translation>
            <numerusform>Vence el %1, en %n día calendario</numerusform>
            <numerusform>Vence el %1, en %n días calendario</numerusform>
        </translation>
    </message>
    <message>
        <source>%1d</source>
        <comment>days to expiry</comment>
        <translation>%1d</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::FillModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>When it was executed, New York</source>
        <translation>Cuándo se ejecutó, Nueva York</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>The instrument</source>
        <translation>El instrumento</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Lado</translation>
    </message>
    <message>
        <source>Bought or sold</source>
        <translation>Compra o venta</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Cant.</translation>
    </message>
    <message>
        <source>Contracts or shares</source>
        <translation>Contratos o acciones</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Price of the execution</source>
        <translation>Precio de la ejecución</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Com.</translation>
    </message>
    <message>
        <source>Fees paid for it</source>
        <translation>Comisiones pagadas</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>What its order was for</source>
        <translation>Para qué era su orden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>How it became known</source>
        <translation>Cómo se supo</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>inferida</translation>
    </message>
    <message>
        <source>Worked out from the order&apos;s totals because the execution itself never came.</source>
        <translation>Deducida de los totales de la orden porque la ejecución misma nunca llegó.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::FillsPanel</name>
    <message>
        <source>Fills</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>No fill today.
Executions of your orders appear here.</source>
        <translation>Hoy no hay ejecuciones.
Las de sus órdenes aparecen aquí.</translation>
    </message>
    <message>
        <source>1 fill · fees %1</source>
        <translation>1 ejecución · comisiones %1</translation>
    </message>
    <message>
        <source>%1 fills · fees %2</source>
        <translation>%1 ejecuciones · comisiones %2</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::Finder</name>
    <message>
        <source>%1 (not tradable)</source>
        <translation>%1 (no negociable)</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::GlobalSearch</name>
    <message>
        <source>Search symbols and commands</source>
        <translation>Buscar símbolos y comandos</translation>
    </message>
    <message>
        <source>Search symbol, command…</source>
        <translation>Buscar símbolo, comando…</translation>
    </message>
    <message>
        <source>Found symbols and commands</source>
        <translation>Símbolos y comandos encontrados</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::GroupDot</name>
    <message>
        <source>Link group: none</source>
        <translation>Grupo de enlace: ninguno</translation>
    </message>
    <message>
        <source>Link group: %1</source>
        <translation>Grupo de enlace: %1</translation>
    </message>
    <message>
        <source>%1. Panels of one group show the same symbol.</source>
        <translation>%1. Los paneles de un grupo muestran el mismo símbolo.</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Sin grupo</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Grupo %1</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::HeaderBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Add a panel</source>
        <translation>Añadir un panel</translation>
    </message>
    <message>
        <source>Layouts, settings, keys and help</source>
        <translation>Disposiciones, ajustes, teclas y ayuda</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Patrimonio</translation>
    </message>
    <message>
        <source>Day P&amp;L</source>
        <translation>P&amp;L del día</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Espacios de trabajo</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::JournalDetail</name>
    <message>
        <source>Entry, contract</source>
        <translation>Entrada, contrato</translation>
    </message>
    <message>
        <source>Entry, underlying</source>
        <translation>Entrada, subyacente</translation>
    </message>
    <message>
        <source>Exit, contract</source>
        <translation>Salida, contrato</translation>
    </message>
    <message>
        <source>Exit, underlying</source>
        <translation>Salida, subyacente</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>What was the plan, what happened, what is the lesson?</source>
        <translation>¿Cuál era el plan, qué pasó, cuál es la lección?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save notes and tags</source>
        <translation>Guardar notas y etiquetas</translation>
    </message>
    <message>
        <source>Save notes and tags (Ctrl+Enter)</source>
        <translation>Guardar notas y etiquetas (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>No trade selected</source>
        <translation>Ninguna operación seleccionada</translation>
    </message>
    <message>
        <source>%1 net · %2 %</source>
        <translation>%1 neto · %2 %</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Apertura</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Bruto</translation>
    </message>
    <message>
        <source>Exit reason</source>
        <translation>Motivo de salida</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Comisiones</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Notes may have at most %1 characters.</source>
        <translation>Las notas pueden tener como máximo %1 caracteres.</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>aún sin guardar</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>guardando…</translation>
    </message>
    <message>
        <source>The notes of the trade before were not saved. %1</source>
        <translation>Las notas de la operación anterior no se guardaron. %1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>guardado</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::JournalExport</name>
    <message>
        <source>%1 trades copied.</source>
        <translation>%1 operaciones copiadas.</translation>
    </message>
    <message>
        <source>%1 trades written to %2.</source>
        <translation>%1 operaciones escritas en %2.</translation>
    </message>
    <message>
        <source>Nothing was written: %1 Choose another folder.</source>
        <translation>No se escribió nada: %1 Elija otra carpeta.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::JournalModel</name>
    <message>
        <source>Closed</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>When the last contract was closed, New York</source>
        <translation>Cuándo se cerró el último contrato, Nueva York</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>The instrument</source>
        <translation>El instrumento</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Cant.</translation>
    </message>
    <message>
        <source>Contracts; negative when sold first</source>
        <translation>Contratos; negativo si primero se vendió</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Average entry price</source>
        <translation>Precio medio de entrada</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Average exit price</source>
        <translation>Precio medio de salida</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Neto</translation>
    </message>
    <message>
        <source>Profit after fees, dollars</source>
        <translation>Ganancia tras comisiones, dólares</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Net of the entry value</source>
        <translation>Neto sobre el valor de entrada</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>From the first fill to the last</source>
        <translation>De la primera ejecución a la última</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why it was closed</source>
        <translation>Por qué se cerró</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>Sus etiquetas</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::JournalPanel</name>
    <message>
        <source>Journal</source>
        <translation>Diario</translation>
    </message>
    <message>
        <source>Filter the journal</source>
        <translation>Filtrar el diario</translation>
    </message>
    <message>
        <source>Filter: symbol, tag, word of a note, date</source>
        <translation>Filtro: símbolo, nota, fecha</translation>
    </message>
    <message>
        <source>Copy CSV</source>
        <translation>Copiar CSV</translation>
    </message>
    <message>
        <source>Copy the trades shown as comma-separated values</source>
        <translation>Copiar las operaciones visibles como valores separados por comas</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>Exportar CSV…</translation>
    </message>
    <message>
        <source>Write the trades shown to a file of comma-separated values</source>
        <translation>Escribir las operaciones visibles en un archivo de valores separados por comas</translation>
    </message>
    <message>
        <source>Finished trades</source>
        <translation>Operaciones terminadas</translation>
    </message>
    <message>
        <source>Export the journal as CSV</source>
        <translation>Exportar el diario como CSV</translation>
    </message>
    <message>
        <source>No trade matches the filter.
Clear it to see all %1.</source>
        <translation>Ninguna operación coincide con el filtro.
Bórrelo para ver las %1.</translation>
    </message>
    <message>
        <source>No finished trade yet.
A trade is written here once it is closed, with its pictures.</source>
        <translation>Aún no hay operaciones terminadas.
Cada una se anota aquí al cerrarse, con sus imágenes.</translation>
    </message>
    <message>
        <source>1 trade</source>
        <translation>1 operación</translation>
    </message>
    <message>
        <source>%1 trades</source>
        <translation>%1 operaciones</translation>
    </message>
    <message>
        <source>%1 &amp;nbsp;·&amp;nbsp; %2 % won &amp;nbsp;·&amp;nbsp; net %3</source>
        <translation>%1 &amp;nbsp;·&amp;nbsp; %2 % ganadas &amp;nbsp;·&amp;nbsp; neto %3</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Exportar el diario</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>escribiendo…</translation>
    </message>
    <message>
        <source>Show the trade chosen, or the list again</source>
        <translation>Mostrar la operación elegida, o la lista otra vez</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>Operación</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::KeyMapPage</name>
    <message>
        <source>Set</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin tecla</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>Todo predeterminado</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Buscar teclas</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>Buscar una acción o una tecla</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Tecla nueva</translation>
    </message>
    <message>
        <source>Choose an action to change its key.</source>
        <translation>Elija una acción para cambiar su tecla.</translation>
    </message>
    <message>
        <source>One combination only: press the key again.</source>
        <translation>Solo una combinación: pulse la tecla otra vez.</translation>
    </message>
    <message>
        <source>Taken by “%1”. Set takes it from there.</source>
        <translation>La usa “%1”. Fijar se la quita.</translation>
    </message>
    <message>
        <source>Set anyway</source>
        <translation>Fijar igual</translation>
    </message>
    <message>
        <source>The kill switch always has a key. Choose another one instead.</source>
        <translation>El interruptor de emergencia siempre tiene una tecla. Elija otra en su lugar.</translation>
    </message>
    <message>
        <source>Strikedesk keys</source>
        <translation>Teclas de Strikedesk</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::KillButton</name>
    <message>
        <source>KILL %1</source>
        <translation>PARO %1</translation>
    </message>
    <message>
        <source>Kill switch: block every new exposure and cancel entries</source>
        <translation>Interruptor de emergencia: bloquear toda exposición nueva y cancelar entradas</translation>
    </message>
    <message>
        <source>Nothing that adds exposure leaves. Press for cancel all, flatten or release.</source>
        <translation>No sale nada que sume exposición. Pulse para cancelar todo, liquidar o liberar.</translation>
    </message>
    <message>
        <source>At once: blocks everything that adds exposure and cancels working entries. Exits stay.</source>
        <translation>De inmediato: bloquea todo lo que suma exposición y cancela las entradas activas. Las salidas se mantienen.</translation>
    </message>
    <message>
        <source>KILL ON</source>
        <translation>PARO ACTIVO</translation>
    </message>
    <message>
        <source>Kill switch is on, press for more</source>
        <translation>El interruptor de emergencia está activo; pulse para más</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::KillPanel</name>
    <message>
        <source>Releasing. Nothing that adds exposure leaves before the engine says so.</source>
        <translation>Liberando. No sale nada que sume exposición hasta que el motor lo diga.</translation>
    </message>
    <message>
        <source>The kill switch is off.</source>
        <translation>El interruptor de emergencia está apagado.</translation>
    </message>
    <message>
        <source>Type FLATTEN to close everything</source>
        <translation>Escriba FLATTEN para cerrar todo</translation>
    </message>
    <message>
        <source>Type RELEASE to release</source>
        <translation>Escriba RELEASE para liberar</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Closes every managed position at the market&apos;s price. Type FLATTEN:</source>
        <translation>Cierra toda posición gestionada al precio del mercado. Escriba FLATTEN:</translation>
    </message>
    <message>
        <source>Lets orders leave again. Type RELEASE:</source>
        <translation>Permite que salgan órdenes otra vez. Escriba RELEASE:</translation>
    </message>
    <message>
        <source>The kill switch is on: nothing that adds exposure leaves, entries are cancelled. Exits go on.</source>
        <translation>El interruptor de emergencia está activo: no sale nada que añada exposición y se cancelan las entradas. Las salidas siguen.</translation>
    </message>
    <message>
        <source>The kill switch is on: every order is cancelled, automatic exits are suspended. Watch your positions.</source>
        <translation>El interruptor de emergencia está activo: se cancelan todas las órdenes y las salidas automáticas quedan suspendidas. Vigile sus posiciones.</translation>
    </message>
    <message>
        <source>The kill switch is on: every managed position is being closed.</source>
        <translation>El interruptor de emergencia está activo: se cierran todas las posiciones gestionadas.</translation>
    </message>
    <message>
        <source>Automatic entries are off.</source>
        <translation>Las entradas automáticas están apagadas.</translation>
    </message>
    <message>
        <source>Cancel every order, exits too</source>
        <translation>Cancelar todas las órdenes, también las salidas</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Liquidar</translation>
    </message>
    <message>
        <source>Hide this panel</source>
        <translation>Ocultar este panel</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::LadderCommands</name>
    <message>
        <source>This position is being closed already.</source>
        <translation>Esta posición ya se está cerrando.</translation>
    </message>
    <message>
        <source>%1 is at or below your stop at %2. Flatten with F, or move the stop first.</source>
        <translation>%1 está en su stop de %2 o por debajo. Liquide con F o mueva antes el stop.</translation>
    </message>
    <message>
        <source>The stop must stay below the take-profit at %1.</source>
        <translation>El stop debe quedar por debajo del take-profit en %1.</translation>
    </message>
    <message>
        <source>A stop at %1 would act at once: the market is at %2. Flatten with F to leave now.</source>
        <translation>Un stop en %1 actuaría de inmediato: el mercado está en %2. Liquide con F para salir ya.</translation>
    </message>
    <message>
        <source>Choose a contract first.</source>
        <translation>Elija primero un contrato.</translation>
    </message>
    <message>
        <source>%1 is not a price this contract trades at.</source>
        <translation>%1 no es un precio al que cotice este contrato.</translation>
    </message>
    <message>
        <source>Ticket filled at %1. Arm one-click to send from here.</source>
        <translation>Boleta llenada a %1. Arme el clic único para enviar desde aquí.</translation>
    </message>
    <message>
        <source>This position was opened elsewhere. Close it where it was opened.</source>
        <translation>Esta posición se abrió en otro lugar. Ciérrela donde se abrió.</translation>
    </message>
    <message>
        <source>Nothing is held here. Selling to open is not offered.</source>
        <translation>Aquí no tiene nada. No se ofrece vender para abrir.</translation>
    </message>
    <message>
        <source>Sell %1 at %2 asked for.</source>
        <translation>Venta de %1 a %2 solicitada.</translation>
    </message>
    <message>
        <source>There is no bid to join.</source>
        <translation>No hay bid al que sumarse.</translation>
    </message>
    <message>
        <source>There is no bid to improve.</source>
        <translation>No hay bid que mejorar.</translation>
    </message>
    <message>
        <source>One step above the bid meets the ask. Click the ask to pay it.</source>
        <translation>Un paso sobre el bid alcanza el ask. Haga clic en el ask para pagarlo.</translation>
    </message>
    <message>
        <source>There is no ask to join.</source>
        <translation>No hay ask al que sumarse.</translation>
    </message>
    <message>
        <source>There is no ask to improve.</source>
        <translation>No hay ask que mejorar.</translation>
    </message>
    <message>
        <source>One step below the ask meets the bid. Flatten with F to sell there.</source>
        <translation>Un paso bajo el ask alcanza el bid. Liquide con F para vender ahí.</translation>
    </message>
    <message>
        <source>Nothing is held in this contract.</source>
        <translation>No tiene nada en este contrato.</translation>
    </message>
    <message>
        <source>Closing %1.</source>
        <translation>Cerrando %1.</translation>
    </message>
    <message>
        <source>Cancel at %1 asked for.</source>
        <translation>Cancelación a %1 solicitada.</translation>
    </message>
    <message>
        <source>No order of yours works at %1.</source>
        <translation>No tiene ninguna orden activa a %1.</translation>
    </message>
    <message>
        <source>Cancel of everything working here asked for.</source>
        <translation>Cancelación de todo lo activo aquí solicitada.</translation>
    </message>
    <message>
        <source>No order of yours works in this contract.</source>
        <translation>No tiene ninguna orden activa en este contrato.</translation>
    </message>
    <message>
        <source>An entry order cannot be moved yet. Cancel it with ✕ and place it at %1.</source>
        <translation>Una orden de entrada aún no se puede mover. Cancélela con ✕ y colóquela a %1.</translation>
    </message>
    <message>
        <source>Stop to %1 asked for.</source>
        <translation>Stop a %1 solicitado.</translation>
    </message>
    <message>
        <source>Take-profit to %1 asked for.</source>
        <translation>Take-profit a %1 solicitado.</translation>
    </message>
    <message>
        <source>That is an exit under way. It cannot be moved by hand.</source>
        <translation>Es una salida en curso. No se puede mover a mano.</translation>
    </message>
    <message>
        <source>A take-profit at %1 would sell at once: the bid is %2. Sell there, or flatten with F.</source>
        <translation>Un take-profit en %1 vendería de inmediato: el bid está en %2. Venda ahí o cierre todo con F.</translation>
    </message>
    <message>
        <source>Buy at %1 handed to the ticket.</source>
        <translation>Compra a %1 pasada a la boleta.</translation>
    </message>
    <message>
        <source>A sale at %1 would fill at once: the bid is %2. Arm one-click to sell there, or flatten with F.</source>
        <translation>Una venta a %1 se ejecutaría de inmediato: el bid está en %2. Arme el clic único para vender ahí o cierre todo con F.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::LadderPainter</name>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Bid</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>P&amp;L</source>
        <translation>P&amp;L</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Venta</translation>
    </message>
    <message>
        <source>B %1</source>
        <translation>C %1</translation>
    </message>
    <message>
        <source>S %1</source>
        <translation>V %1</translation>
    </message>
    <message>
        <source>avg %1</source>
        <translation>med. %1</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stop</translation>
    </message>
    <message>
        <source>target</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>a %1</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation>%1k</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::LadderView</name>
    <message>
        <source>Price ladder</source>
        <translation>Escalera de precios</translation>
    </message>
    <message>
        <source>Bid %1, ask %2, last %3, held %4</source>
        <translation>Bid %1, ask %2, último %3, posición %4</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::MainWindow</name>
    <message>
        <source>The kill switch is on: release it before arming.</source>
        <translation>El interruptor de emergencia está activo: libérelo antes de armar.</translation>
    </message>
    <message>
        <source>[%1] Strikedesk</source>
        <translation>[%1] Strikedesk</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Operativa</translation>
    </message>
    <message>
        <source>Kill switch: block new exposure, cancel entries</source>
        <translation>Interruptor de emergencia: bloquear exposición nueva, cancelar entradas</translation>
    </message>
    <message>
        <source>Kill switch: cancel all, flatten or release</source>
        <translation>Interruptor de emergencia: cancelar todo, liquidar o liberar</translation>
    </message>
    <message>
        <source>Arm or disarm one-click orders</source>
        <translation>Armar o desarmar órdenes con un clic</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Show the workspace %1</source>
        <translation>Mostrar el espacio %1</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Buscar un comando</translation>
    </message>
    <message>
        <source>Search a symbol</source>
        <translation>Buscar un símbolo</translation>
    </message>
    <message>
        <source>Show and change all keys</source>
        <translation>Ver y cambiar todas las teclas</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Abrir los ajustes</translation>
    </message>
    <message>
        <source>Store broker keys</source>
        <translation>Guardar claves del bróker</translation>
    </message>
    <message>
        <source>Switch between dark and light</source>
        <translation>Alternar entre oscuro y claro</translation>
    </message>
    <message>
        <source>Switch between green-red and blue-orange</source>
        <translation>Alternar entre verde-rojo y azul-naranja</translation>
    </message>
    <message>
        <source>Open a new window</source>
        <translation>Abrir una ventana nueva</translation>
    </message>
    <message>
        <source>Full screen on or off</source>
        <translation>Pantalla completa sí o no</translation>
    </message>
    <message>
        <source>Show the welcome again</source>
        <translation>Mostrar la bienvenida otra vez</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Add a panel: %1</source>
        <translation>Añadir un panel: %1</translation>
    </message>
    <message>
        <source>Maximise or restore the panel</source>
        <translation>Maximizar o restaurar el panel</translation>
    </message>
    <message>
        <source>Float or dock the panel</source>
        <translation>Separar o acoplar el panel</translation>
    </message>
    <message>
        <source>Move the panel to a new window</source>
        <translation>Mover el panel a una ventana nueva</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Cerrar el panel</translation>
    </message>
    <message>
        <source>Go to the next panel</source>
        <translation>Ir al panel siguiente</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Reset the layout of this workspace</source>
        <translation>Restablecer la disposición de este espacio</translation>
    </message>
    <message>
        <source>Undo the last change of the layout</source>
        <translation>Deshacer el último cambio de la disposición</translation>
    </message>
    <message>
        <source>Save the layout under a name</source>
        <translation>Guardar la disposición con un nombre</translation>
    </message>
    <message>
        <source>The saved layout was damaged. The last good one is used instead.</source>
        <translation>La disposición guardada estaba dañada. Se usa la última buena.</translation>
    </message>
    <message>
        <source>The saved layout could not be read. You see the default one.</source>
        <translation>No se pudo leer la disposición guardada. Se muestra la predeterminada.</translation>
    </message>
    <message>
        <source>Your key map could not be read. The default keys are in force.</source>
        <translation>No se pudo leer su mapa de teclas. Rigen las teclas predeterminadas.</translation>
    </message>
    <message>
        <source>Layout “%1” saved.</source>
        <translation>Disposición “%1” guardada.</translation>
    </message>
    <message>
        <source>Layout “%1” cannot be read. Yours stays as it is.</source>
        <translation>No se puede leer la disposición “%1”. La suya queda como está.</translation>
    </message>
    <message>
        <source>Load the layout “%1”</source>
        <translation>Cargar la disposición “%1”</translation>
    </message>
    <message>
        <source>Load a layout</source>
        <translation>Cargar una disposición</translation>
    </message>
    <message>
        <source>Remove a layout</source>
        <translation>Quitar una disposición</translation>
    </message>
    <message>
        <source>Strikedesk %1</source>
        <translation>Strikedesk %1</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Nombre de la disposición</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::MarketClock</name>
    <message>
        <source>Sun</source>
        <translation>Dom</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Lun</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mié</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Jue</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Vie</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sáb</translation>
    </message>
    <message>
        <source>waiting for the market&apos;s clock</source>
        <translation>esperando el reloj del mercado</translation>
    </message>
    <message>
        <source>closes in %1</source>
        <translation>cierra en %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>opens in %1</source>
        <translation>abre en %1</translation>
    </message>
    <message>
        <source>closed, opens %1 %2</source>
        <translation>cerrado, abre %1 %2</translation>
    </message>
    <message>
        <source>New York time %1, %2</source>
        <translation>Hora de Nueva York %1, %2</translation>
    </message>
    <message>
        <source>%1 in New York. Options trade from 09:30 to 16:00 there.</source>
        <translation>%1 en Nueva York. Allí las opciones cotizan de 09:30 a 16:00.</translation>
    </message>
    <message>
        <source>New York</source>
        <translation>Nueva York</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::MatrixPanel</name>
    <message>
        <source>Matrix</source>
        <translation>Matriz</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Cancelar todo</translation>
    </message>
    <message>
        <source>Cancels every working order of this contract</source>
        <translation>Cancela toda orden activa de este contrato</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Liquidar</translation>
    </message>
    <message>
        <source>Closes the position in this contract</source>
        <translation>Cierra la posición en este contrato</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centrar</translation>
    </message>
    <message>
        <source>Centres the ladder (Space)</source>
        <translation>Centra la escalera (Espacio)</translation>
    </message>
    <message>
        <source>Matrix · %1</source>
        <translation>Matriz · %1</translation>
    </message>
    <message>
        <source>Choose a contract in the options chain, or a symbol in the watchlist, to see its prices.</source>
        <translation>Elija un contrato en la cadena de opciones o un símbolo en la lista de seguimiento para ver sus precios.</translation>
    </message>
    <message>
        <source>Waiting for the first quote of %1.</source>
        <translation>Esperando la primera cotización de %1.</translation>
    </message>
    <message>
        <source>ARMED: a click beside the price sends · Space re-centre</source>
        <translation>ARMADO: un clic junto al precio envía · Espacio centra</translation>
    </message>
    <message>
        <source>Space re-centre · one-click needs arming</source>
        <translation>Espacio centra · el clic único requiere armar</translation>
    </message>
    <message>
        <source>armed %1:%2</source>
        <translation>armado %1:%2</translation>
    </message>
    <message>
        <source>halted</source>
        <translation>suspendido</translation>
    </message>
    <message>
        <source>quote %1 old</source>
        <translation>cotización de hace %1</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>estable</translation>
    </message>
    <message>
        <source>Re-centre the ladder</source>
        <translation>Centrar de nuevo la escalera</translation>
    </message>
    <message>
        <source>Taller rows</source>
        <translation>Filas más altas</translation>
    </message>
    <message>
        <source>Lower rows</source>
        <translation>Filas más bajas</translation>
    </message>
    <message>
        <source>Join the bid</source>
        <translation>Sumarse al bid</translation>
    </message>
    <message>
        <source>Improve the bid by one step</source>
        <translation>Mejorar el bid un paso</translation>
    </message>
    <message>
        <source>Sell the position at the ask</source>
        <translation>Vender la posición al ask</translation>
    </message>
    <message>
        <source>Sell the position one step below the ask</source>
        <translation>Vender la posición un paso bajo el ask</translation>
    </message>
    <message>
        <source>Flatten this contract</source>
        <translation>Liquidar este contrato</translation>
    </message>
    <message>
        <source>Cancel all orders of this contract</source>
        <translation>Cancelar todas las órdenes de este contrato</translation>
    </message>
    <message>
        <source>Buy at the chosen price</source>
        <translation>Comprar al precio elegido</translation>
    </message>
    <message>
        <source>Sell at the chosen price</source>
        <translation>Vender al precio elegido</translation>
    </message>
    <message>
        <source>Cancel at the chosen price</source>
        <translation>Cancelar al precio elegido</translation>
    </message>
    <message>
        <source>Open the order ticket: it sends what is clicked here.</source>
        <translation>Abra la boleta: ella envía lo que se pulsa aquí.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::ModeBadge</name>
    <message>
        <source>Account ending in %1.</source>
        <translation>Cuenta que termina en %1.</translation>
    </message>
    <message>
        <source>The market runs at %1 times its speed.</source>
        <translation>El mercado corre a %1 veces su velocidad.</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Modo: %1</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::NameField</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::NoticeModel</name>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Crítico</translation>
    </message>
    <message>
        <source>%1  %2  %3</source>
        <translation>%1  %2  %3</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::NoticeStrip</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Ocultar este mensaje</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::NotificationsPanel</name>
    <message>
        <source>Notifications</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Which notices are shown</source>
        <translation>Qué avisos se muestran</translation>
    </message>
    <message>
        <source>All notices</source>
        <translation>Todos los avisos</translation>
    </message>
    <message>
        <source>Warnings and critical</source>
        <translation>Advertencias y críticos</translation>
    </message>
    <message>
        <source>Critical only</source>
        <translation>Solo críticos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the selected notices, or all that are shown</source>
        <translation>Copiar los avisos seleccionados o todos los visibles</translation>
    </message>
    <message>
        <source>Notices, newest first</source>
        <translation>Avisos, el más reciente primero</translation>
    </message>
    <message>
        <source>Mark all notices as read</source>
        <translation>Marcar todos los avisos como leídos</translation>
    </message>
    <message>
        <source>Copy notices</source>
        <translation>Copiar avisos</translation>
    </message>
    <message>
        <source>Nothing has been said yet.
Fills, refusals and connection changes appear here.</source>
        <translation>Aún no hay avisos.
Aquí aparecen ejecuciones, rechazos y conexiones.</translation>
    </message>
    <message>
        <source>No notice of this level.
Choose “All notices” to see the others.</source>
        <translation>Ningún aviso de este nivel.
Elija “Todos los avisos” para ver los demás.</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 sin leer</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::OrderModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>When it was decided, New York</source>
        <translation>Cuándo se decidió, Nueva York</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Side and what it does to the position</source>
        <translation>Lado y qué hace con la posición</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>The instrument</source>
        <translation>El instrumento</translation>
    </message>
    <message>
        <source>Filled / qty</source>
        <translation>Ejec. / cant.</translation>
    </message>
    <message>
        <source>Filled of ordered</source>
        <translation>Ejecutado de lo ordenado</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Limit price</source>
        <translation>Precio límite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Where the order stands</source>
        <translation>En qué punto está la orden</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>What it is for in its trade</source>
        <translation>Para qué sirve en su operación</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>How long it has been standing</source>
        <translation>Cuánto tiempo lleva puesta</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>The broker&apos;s words or ours</source>
        <translation>Las palabras del bróker o las nuestras</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>market</source>
        <translation>mercado</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::OrderRow</name>
    <message>
        <source>%1 filled at the broker, waiting for the fill</source>
        <translation>%1 ejecutado en el bróker, esperando la ejecución</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>En otro lugar</translation>
    </message>
    <message>
        <source>Not placed here. Cancel it where it was placed.</source>
        <translation>No se colocó aquí. Cancélela donde se colocó.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::OrdersPanel</name>
    <message>
        <source>Orders</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>No order today.
Orders sent from the ticket or the matrix appear here.</source>
        <translation>Hoy no hay órdenes.
Las enviadas desde la boleta o la matriz aparecen aquí.</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Cancelar orden</translation>
    </message>
    <message>
        <source>Cancel all…</source>
        <translation>Cancelar todo…</translation>
    </message>
    <message>
        <source>Cancel them</source>
        <translation>Cancelarlas</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Cancel the selected order</source>
        <translation>Cancelar la orden seleccionada</translation>
    </message>
    <message>
        <source>Cancel all working orders</source>
        <translation>Cancelar todas las órdenes activas</translation>
    </message>
    <message>
        <source>%1 working · %2 UNKNOWN</source>
        <translation>Activas: %1 · INCIERTAS: %2</translation>
    </message>
    <message>
        <source>%1 working</source>
        <translation>Activas: %1</translation>
    </message>
    <message>
        <source>Cancel 1 order, take-profit or not? Positions stay.</source>
        <translation>¿Cancelar 1 orden, sea take-profit o no? Las posiciones siguen.</translation>
    </message>
    <message>
        <source>Cancel %1 orders, take-profits too? Positions stay.</source>
        <translation>¿Cancelar %1 órdenes, también los take-profit? Las posiciones siguen.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::PictureLoader</name>
    <message>
        <source>The picture file is gone: %1</source>
        <translation>El archivo de la imagen ya no está: %1</translation>
    </message>
    <message>
        <source>The picture file is too large to show: %1</source>
        <translation>El archivo de la imagen es demasiado grande para mostrarlo: %1</translation>
    </message>
    <message>
        <source>The file is not a picture: %1</source>
        <translation>El archivo no es una imagen: %1</translation>
    </message>
    <message>
        <source>The picture is too large to show: %1</source>
        <translation>La imagen es demasiado grande para mostrarla: %1</translation>
    </message>
    <message>
        <source>The picture cannot be read: %1</source>
        <translation>No se puede leer la imagen: %1</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::PictureThumb</name>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Picture: %1. Press to enlarge.</source>
        <translation>Imagen: %1. Pulse para ampliar.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::PositionHeading</name>
    <message>
        <source>Contract</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Cant.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>P&amp;L</source>
        <translation>P&amp;L</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stop</translation>
    </message>
    <message>
        <source>target</source>
        <translation>objetivo</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::PositionLine</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>Cerrar ya</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Take-profit price</source>
        <translation>Precio del take-profit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop price</source>
        <translation>Precio del stop</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cerrando</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Cerrar %1</translation>
    </message>
    <message>
        <source>Close %1 %2 now</source>
        <translation>Cerrar ya %1 %2</translation>
    </message>
    <message>
        <source>%1, quantity %2, entry %3, mark %4, profit %5. %6</source>
        <translation>%1, cantidad %2, entrada %3, marca %4, ganancia %5. %6</translation>
    </message>
    <message>
        <source>asked to close %1</source>
        <translation>cierre de %1 solicitado</translation>
    </message>
    <message>
        <source>Write a price like 2.10, or leave the field empty for none.</source>
        <translation>Escriba un precio como 2.10, o deje el campo vacío para ninguno.</translation>
    </message>
    <message>
        <source>asked to move: target %1, stop %2</source>
        <translation>cambio solicitado: objetivo %1, stop %2</translation>
    </message>
    <message>
        <source>mark %1 old</source>
        <translation>marca de hace %1</translation>
    </message>
    <message>
        <source>no live quote</source>
        <translation>sin cotización en vivo</translation>
    </message>
    <message>
        <source>no exits set</source>
        <translation>sin salidas puestas</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::PositionRow</name>
    <message>
        <source>buy %1 at market</source>
        <translation>compra de %1 a mercado</translation>
    </message>
    <message>
        <source>sell %1 at market</source>
        <translation>venta de %1 a mercado</translation>
    </message>
    <message>
        <source>buy %1 @ %2</source>
        <translation>compra de %1 @ %2</translation>
    </message>
    <message>
        <source>sell %1 @ %2</source>
        <translation>venta de %1 @ %2</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>enviándose</translation>
    </message>
    <message>
        <source>UNKNOWN, being looked up</source>
        <translation>INCIERTA, se está consultando</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>cancelándose</translation>
    </message>
    <message>
        <source>working at the venue, %1 filled</source>
        <translation>activa en el mercado, %1 ejecutado</translation>
    </message>
    <message>
        <source>working at the venue</source>
        <translation>activa en el mercado</translation>
    </message>
    <message>
        <source>entry %1 %2</source>
        <translation>entrada %1 %2</translation>
    </message>
    <message>
        <source>take-profit %1 %2</source>
        <translation>take-profit %1 %2</translation>
    </message>
    <message>
        <source>closing: %1 %2</source>
        <translation>cerrando: %1 %2</translation>
    </message>
    <message>
        <source>the broker refused the take-profit; move it to send another</source>
        <translation>el bróker rechazó el take-profit; muévalo para enviar otro</translation>
    </message>
    <message>
        <source>the kill switch stopped the exit; close again to go on</source>
        <translation>el interruptor de emergencia detuvo la salida; cierre otra vez para seguir</translation>
    </message>
    <message>
        <source>the exit has reached its price limit; close again from the price of now</source>
        <translation>la salida llegó a su límite de precio; cierre otra vez desde el precio actual</translation>
    </message>
    <message>
        <source>the broker refused the exit; it is tried again</source>
        <translation>el bróker rechazó la salida; se intenta de nuevo</translation>
    </message>
    <message>
        <source>the stop is touched, waiting for a second quote</source>
        <translation>se tocó el stop, esperando una segunda cotización</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>cerrando</translation>
    </message>
    <message>
        <source>stop watched at %1</source>
        <translation>stop vigilado en %1</translation>
    </message>
    <message>
        <source>no take-profit and no stop</source>
        <translation>sin take-profit ni stop</translation>
    </message>
    <message>
        <source>EXTERNAL · opened elsewhere, valued by the broker; close it where it was opened</source>
        <translation>EXTERNA · abierta en otro lugar, valorada por el bróker; ciérrela donde se abrió</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::PositionsPanel</name>
    <message>
        <source>Positions</source>
        <translation>Posiciones</translation>
    </message>
    <message>
        <source>No open position.
Choose a contract in the chain, then send an order from the ticket.</source>
        <translation>No hay posiciones abiertas.
Elija un contrato en la cadena y envíe una orden desde la boleta.</translation>
    </message>
    <message>
        <source>Close the selected position</source>
        <translation>Cerrar la posición seleccionada</translation>
    </message>
    <message>
        <source>Move target and stop of the selected position</source>
        <translation>Mover objetivo y stop de la posición seleccionada</translation>
    </message>
    <message>
        <source>Open (where known) %1</source>
        <translation>Abierto (lo conocido) %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abierto %1</translation>
    </message>
    <message>
        <source>Realised by all trades, after fees %1</source>
        <translation>Realizado en todas las operaciones, tras comisiones %1</translation>
    </message>
    <message>
        <source>1 position</source>
        <translation>1 posición</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 posiciones</translation>
    </message>
    <message>
        <source>%1 · %2 external</source>
        <translation>%1 · externas: %2</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::QuitPanel</name>
    <message>
        <source>%1 is being closed; its order is not moved to the market any more.</source>
        <translation>%1 se está cerrando; su orden ya no seguirá al mercado.</translation>
    </message>
    <message>
        <source>The stop of %1 at %2 is watched by this program and ends with it.</source>
        <translation>Este programa vigila el stop de %1 en %2, que termina con él.</translation>
    </message>
    <message>
        <source>The entry of %1 stays at the venue; filled later, it has no exit.</source>
        <translation>La entrada de %1 sigue en el mercado; si se ejecuta después, no tendrá salida.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>¿Salir?</translation>
    </message>
    <message>
        <source>Quit Strikedesk?</source>
        <translation>¿Salir de Strikedesk?</translation>
    </message>
    <message>
        <source>Quit all the same</source>
        <translation>Salir de todos modos</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::SettingRow</name>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Cambiado por usted</translation>
    </message>
    <message>
        <source>Set by the environment (%1)</source>
        <translation>Fijado por el entorno (%1)</translation>
    </message>
    <message>
        <source>Set on the command line</source>
        <translation>Fijado en la línea de comandos</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>%1. Takes effect at the next start.</source>
        <translation>%1. Rige desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>Restablecer %1 a su valor predeterminado</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved. Takes effect at the next start.</source>
        <translation>Guardado. Rige desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>On or off</source>
        <translation>Sí o no</translation>
    </message>
    <message>
        <source>One line of at most %1 characters</source>
        <translation>Una línea de %1 caracteres como máximo</translation>
    </message>
    <message>
        <source>An https or wss address without user name, or http and ws to this machine</source>
        <translation>Una dirección https o wss sin nombre de usuario, o http y ws a este equipo</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 o %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::SettingsPage</name>
    <message>
        <source>No setting fits. Try another word.</source>
        <translation>Ningún ajuste coincide. Pruebe otra palabra.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Grupos de ajustes</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::SettingsWindow</name>
    <message>
        <source>Strikedesk settings</source>
        <translation>Ajustes de Strikedesk</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keys are kept in the system&apos;s key store and are never shown again. Paper and live keys are separate: a paper session cannot use a live key.</source>
        <translation>Las claves se guardan en el almacén de claves del sistema y nunca se vuelven a mostrar. Las claves paper y live van aparte: una sesión paper no puede usar una clave live.</translation>
    </message>
    <message>
        <source>Start the session again</source>
        <translation>Iniciar la sesión de nuevo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Market data</source>
        <translation>Datos de mercado</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::StatusLine</name>
    <message>
        <source>Broker keys…</source>
        <translation>Claves del bróker…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No order can leave yet: %1</source>
        <translation>Aún no puede salir ninguna orden: %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
    <message>
        <source>Kill switch: every order is cancelled and nothing that adds exposure leaves. Automatic exits are suspended.</source>
        <translation>Interruptor de emergencia: se cancelan todas las órdenes y no sale nada que añada exposición. Las salidas automáticas están suspendidas.</translation>
    </message>
    <message>
        <source>Kill switch: nothing that adds exposure leaves and entries are cancelled. Exits go on.</source>
        <translation>Interruptor de emergencia: no sale nada que añada exposición y se cancelan las entradas. Las salidas siguen.</translation>
    </message>
    <message>
        <source>Feeds: stocks %1, options %2</source>
        <translation>Fuentes: acciones %1, opciones %2</translation>
    </message>
    <message>
        <source>kill switch off</source>
        <translation>interruptor de emergencia apagado</translation>
    </message>
    <message>
        <source>kill switch on</source>
        <translation>interruptor de emergencia activo</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::StepField</name>
    <message>
        <source>%1, one step up</source>
        <translation>%1, un paso arriba</translation>
    </message>
    <message>
        <source>%1, one step down</source>
        <translation>%1, un paso abajo</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::TableView</name>
    <message>
        <source>Reset columns</source>
        <translation>Restablecer columnas</translation>
    </message>
    <message>
        <source>Columns of %1</source>
        <translation>Columnas de %1</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::TicketForm</name>
    <message>
        <source>Enter how many.</source>
        <translation>Indique cuántos.</translation>
    </message>
    <message>
        <source>Enter a whole number, such as 4.</source>
        <translation>Indique un número entero, como 4.</translation>
    </message>
    <message>
        <source>The quantity must be at least 1.</source>
        <translation>La cantidad debe ser al menos 1.</translation>
    </message>
    <message>
        <source>That is more than any order may have.</source>
        <translation>Es más de lo que puede tener una orden.</translation>
    </message>
    <message>
        <source>Enter a price above zero, such as 2.05.</source>
        <translation>Indique un precio mayor que cero, como 2.05.</translation>
    </message>
    <message>
        <source>That is higher than any price traded here.</source>
        <translation>Es más alto que cualquier precio que cotice aquí.</translation>
    </message>
    <message>
        <source>Between two price steps: use %1 or %2.</source>
        <translation>Entre dos pasos de precio: use %1 o %2.</translation>
    </message>
    <message>
        <source>The lowest price here is %1.</source>
        <translation>El precio más bajo aquí es %1.</translation>
    </message>
    <message>
        <source>Enter a limit price.</source>
        <translation>Indique un precio límite.</translation>
    </message>
    <message>
        <source>Enter an amount above zero, such as 0.10.</source>
        <translation>Indique un importe mayor que cero, como 0.10.</translation>
    </message>
    <message>
        <source>Enter percent above zero, such as 5.</source>
        <translation>Indique un porcentaje mayor que cero, como 5.</translation>
    </message>
    <message>
        <source>The take-profit must be above the limit.</source>
        <translation>El take-profit debe estar por encima del límite.</translation>
    </message>
    <message>
        <source>Enter percent between 0 and 100, such as 20.</source>
        <translation>Indique un porcentaje entre 0 y 100, como 20.</translation>
    </message>
    <message>
        <source>The stop must be below the limit.</source>
        <translation>El stop debe estar por debajo del límite.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::TicketPanel</name>
    <message>
        <source>Buy to open</source>
        <translation>Compra para abrir</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Vender</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Limit price</source>
        <translation>Precio límite</translation>
    </message>
    <message>
        <source>Take-profit</source>
        <translation>Take-profit</translation>
    </message>
    <message>
        <source>Stop, watched</source>
        <translation>Stop, vigilado</translation>
    </message>
    <message>
        <source>Quantity %1</source>
        <translation>Cantidad %1</translation>
    </message>
    <message>
        <source>5 %</source>
        <translation>5 %</translation>
    </message>
    <message>
        <source>5 % of the account&apos;s equity</source>
        <translation>5 % del patrimonio de la cuenta</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>bid</source>
        <translation>bid</translation>
    </message>
    <message>
        <source>Limit at the bid</source>
        <translation>Límite en el bid</translation>
    </message>
    <message>
        <source>mid</source>
        <translation>medio</translation>
    </message>
    <message>
        <source>Limit at the mid</source>
        <translation>Límite en el medio</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>ask</translation>
    </message>
    <message>
        <source>Limit at the ask</source>
        <translation>Límite en el ask</translation>
    </message>
    <message>
        <source>at</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Take-profit at a price</source>
        <translation>Take-profit a un precio</translation>
    </message>
    <message>
        <source>+$</source>
        <translation>+$</translation>
    </message>
    <message>
        <source>Take-profit by an amount above the entry</source>
        <translation>Take-profit por un importe sobre la entrada</translation>
    </message>
    <message>
        <source>+%</source>
        <translation>+%</translation>
    </message>
    <message>
        <source>Take-profit by percent above the entry</source>
        <translation>Take-profit por porcentaje sobre la entrada</translation>
    </message>
    <message>
        <source>Stop (watched)</source>
        <translation>Stop (vigilado)</translation>
    </message>
    <message>
        <source>Stop at a price</source>
        <translation>Stop a un precio</translation>
    </message>
    <message>
        <source>−%</source>
        <translation>−%</translation>
    </message>
    <message>
        <source>Stop by percent below the limit</source>
        <translation>Stop por porcentaje bajo el límite</translation>
    </message>
    <message>
        <source>Type LIVE to trade real money in this session</source>
        <translation>Escriba LIVE para operar con dinero real en esta sesión</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Boleta nueva</translation>
    </message>
    <message>
        <source>Begin another order</source>
        <translation>Empezar otra orden</translation>
    </message>
    <message>
        <source>Order ticket</source>
        <translation>Boleta de orden</translation>
    </message>
    <message>
        <source>Payoff at expiry</source>
        <translation>Resultado al vencimiento</translation>
    </message>
    <message>
        <source>day</source>
        <translation>día</translation>
    </message>
    <message>
        <source>Good for the day</source>
        <translation>Válida por el día</translation>
    </message>
    <message>
        <source>gtc</source>
        <translation>gtc</translation>
    </message>
    <message>
        <source>Good till cancelled</source>
        <translation>Válida hasta cancelar</translation>
    </message>
    <message>
        <source>Live trading is allowed in this session. Press Enter to go on.</source>
        <translation>La operativa live está permitida en esta sesión. Pulse Enter para seguir.</translation>
    </message>
    <message>
        <source>One-click is not armed: check the ticket and press Enter.</source>
        <translation>El clic único no está armado: revise la boleta y pulse Enter.</translation>
    </message>
    <message>
        <source>Selling to open is not offered here.</source>
        <translation>Aquí no se ofrece vender para abrir.</translation>
    </message>
    <message>
        <source>Nothing is held here. Selling to open is not offered.</source>
        <translation>Aquí no tiene nada. No se ofrece vender para abrir.</translation>
    </message>
    <message>
        <source>Nothing is held here any more.</source>
        <translation>Aquí ya no tiene nada.</translation>
    </message>
    <message>
        <source>Enter a limit first: the size follows from it.</source>
        <translation>Indique primero un límite: de él sale la cantidad.</translation>
    </message>
    <message>
        <source>The account is not known yet.</source>
        <translation>Aún no se conoce la cuenta.</translation>
    </message>
    <message>
        <source>5 % of your equity does not buy one at this limit.</source>
        <translation>El 5 % de su patrimonio no alcanza para uno a este límite.</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>PAPER</source>
        <translation>PAPER</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>REPETICIÓN</translation>
    </message>
    <message>
        <source>%1 account %2</source>
        <translation>Cuenta %1 %2</translation>
    </message>
    <message>
        <source>Go to the order ticket</source>
        <translation>Ir a la boleta de orden</translation>
    </message>
    <message>
        <source>Send the ticket, or go on to the confirmation</source>
        <translation>Enviar la boleta o pasar a la confirmación</translation>
    </message>
    <message>
        <source>Sell %1 to close</source>
        <translation>Vender %1 para cerrar</translation>
    </message>
    <message>
        <source>No contract chosen</source>
        <translation>Ningún contrato elegido</translation>
    </message>
    <message>
        <source>Δ %1</source>
        <translation>Δ %1</translation>
    </message>
    <message>
        <source>IV %1</source>
        <translation>IV %1</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Equilibrio</translation>
    </message>
    <message>
        <source>Max loss / gain</source>
        <translation>Pérdida / ganancia máx.</translation>
    </message>
    <message>
        <source>At target / stop</source>
        <translation>En objetivo / stop</translation>
    </message>
    <message>
        <source>Buying power after</source>
        <translation>Poder de compra después</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>ilimitada</translation>
    </message>
    <message>
        <source>Proceeds</source>
        <translation>Ingreso</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagado</translation>
    </message>
    <message>
        <source>P&amp;L before fees</source>
        <translation>P&amp;L antes de comisiones</translation>
    </message>
    <message>
        <source>This order has left. What is written now becomes another one.</source>
        <translation>Esta orden ya salió. Lo que escriba ahora será otra.</translation>
    </message>
    <message>
        <source>Choose a contract in the options chain; a double click there fills this ticket.</source>
        <translation>Elija un contrato en la cadena de opciones; un doble clic allí llena esta boleta.</translation>
    </message>
    <message>
        <source>Sells what is held; needs no arming. The sale rests at the broker until it fills.</source>
        <translation>Vende lo que tiene; no hace falta armar. La venta espera en el bróker hasta ejecutarse.</translation>
    </message>
    <message>
        <source>Fill the marked fields to see the checks.</source>
        <translation>Llene los campos marcados para ver los controles.</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>The picture follows contract, quantity and limit.</source>
        <translation>El dibujo sigue al contrato, la cantidad y el límite.</translation>
    </message>
    <message>
        <source>Payoff · dashed today</source>
        <translation>Resultado · hoy a trazos</translation>
    </message>
    <message>
        <source>break-even %1</source>
        <translation>equilibrio %1</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>ahora %1</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>máx. %1</translation>
    </message>
    <message>
        <source>Sent…</source>
        <translation>Enviada…</translation>
    </message>
    <message>
        <source>New ticket    Enter</source>
        <translation>Boleta nueva    Enter</translation>
    </message>
    <message>
        <source>Confirm: buy %1 at %2    Enter</source>
        <translation>Confirmar: comprar %1 a %2    Enter</translation>
    </message>
    <message>
        <source>Confirm: sell %1 at %2    Enter</source>
        <translation>Confirmar: vender %1 a %2    Enter</translation>
    </message>
    <message>
        <source>Choose a contract</source>
        <translation>Elija un contrato</translation>
    </message>
    <message>
        <source>Complete the ticket</source>
        <translation>Complete la boleta</translation>
    </message>
    <message>
        <source>Sell %1 at %2    Enter</source>
        <translation>Vender %1 a %2    Enter</translation>
    </message>
    <message>
        <source>Buy %1 at %2    Enter</source>
        <translation>Comprar %1 a %2    Enter</translation>
    </message>
    <message>
        <source>Buy %1 · %2 USD    Enter</source>
        <translation>Comprar %1 · %2 USD    Enter</translation>
    </message>
    <message>
        <source>This is real money. Type LIVE once to allow orders in this session.</source>
        <translation>Es dinero real. Escriba LIVE una vez para permitir órdenes en esta sesión.</translation>
    </message>
    <message>
        <source>Choose a contract in the options chain first.</source>
        <translation>Elija primero un contrato en la cadena de opciones.</translation>
    </message>
    <message>
        <source>This contract has expired. Choose another.</source>
        <translation>Este contrato venció. Elija otro.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviada: %1</translation>
    </message>
    <message>
        <source>Asked for…</source>
        <translation>Solicitado…</translation>
    </message>
    <message>
        <source>Not sent: the desk is not ready yet.</source>
        <translation>No enviada: la mesa aún no está lista.</translation>
    </message>
    <message>
        <source>You hold %1 now. Check the sale and send it again.</source>
        <translation>Ahora tiene %1. Revise la venta y envíela de nuevo.</translation>
    </message>
    <message>
        <source>This position was opened elsewhere. Close it where it was opened.</source>
        <translation>Esta posición se abrió en otro lugar. Ciérrela donde se abrió.</translation>
    </message>
    <message>
        <source>delayed quotes</source>
        <translation>cotizaciones con retraso</translation>
    </message>
    <message>
        <source>indicative quotes</source>
        <translation>cotizaciones indicativas</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::TicketProgress</name>
    <message>
        <source>%1 filled at %2</source>
        <translation>%1 ejecutado a %2</translation>
    </message>
    <message>
        <source>Filled: %1 at %2.</source>
        <translation>Ejecutada: %1 a %2.</translation>
    </message>
    <message>
        <source>The broker refused the order.</source>
        <translation>El bróker rechazó la orden.</translation>
    </message>
    <message>
        <source>The broker refused: %1</source>
        <translation>El bróker rechazó: %1</translation>
    </message>
    <message>
        <source>Not sent. Check the list and try again.</source>
        <translation>No enviada. Revise la lista e intente de nuevo.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviada: %1</translation>
    </message>
    <message>
        <source>The broker never saw the order.</source>
        <translation>El bróker nunca vio la orden.</translation>
    </message>
    <message>
        <source>Expired, %1.</source>
        <translation>Vencida, %1.</translation>
    </message>
    <message>
        <source>Expired.</source>
        <translation>Vencida.</translation>
    </message>
    <message>
        <source>Cancelled, %1.</source>
        <translation>Cancelada, %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelada.</translation>
    </message>
    <message>
        <source>Being written down…</source>
        <translation>Anotándose…</translation>
    </message>
    <message>
        <source>Recorded, on its way to the broker…</source>
        <translation>Anotada, en camino al bróker…</translation>
    </message>
    <message>
        <source>No answer yet. Being looked up; do not send it again.</source>
        <translation>Aún sin respuesta. Se está consultando; no la envíe otra vez.</translation>
    </message>
    <message>
        <source>Working: %1 of %2 filled.</source>
        <translation>Activa: %1 de %2 ejecutados.</translation>
    </message>
    <message>
        <source>Working at the broker: %1 at %2.</source>
        <translation>Activa en el bróker: %1 a %2.</translation>
    </message>
    <message>
        <source>The kill switch is on. Release it first.</source>
        <translation>El interruptor de emergencia está activo. Libérelo primero.</translation>
    </message>
    <message>
        <source>The desk is not ready yet.</source>
        <translation>La mesa aún no está lista.</translation>
    </message>
    <message>
        <source>The desk is not ready: %1</source>
        <translation>La mesa no está lista: %1</translation>
    </message>
    <message>
        <source>The market is closed. Options trade from 09:30 to 16:00 New York time.</source>
        <translation>El mercado está cerrado. Las opciones cotizan de 09:30 a 16:00, hora de Nueva York.</translation>
    </message>
    <message>
        <source>No quote of %1 yet.</source>
        <translation>Aún no hay cotización de %1.</translation>
    </message>
    <message>
        <source>Trading is halted. Wait for the resume.</source>
        <translation>La negociación está suspendida. Espere a que se reanude.</translation>
    </message>
    <message>
        <source>One side of the quote is missing, or it is locked or crossed.</source>
        <translation>Falta un lado de la cotización, o está igualada o cruzada.</translation>
    </message>
    <message>
        <source>The quote is %1 old; it is read again before an order leaves.</source>
        <translation>La cotización es de hace %1; se vuelve a leer antes de que salga una orden.</translation>
    </message>
    <message>
        <source>Asked for…</source>
        <translation>Solicitado…</translation>
    </message>
    <message>
        <source>This contract expired on %1. Choose another.</source>
        <translation>Este contrato venció el %1. Elija otro.</translation>
    </message>
    <message>
        <source>The quotes are 15 minutes late: no entry is priced by them.</source>
        <translation>Las cotizaciones llegan con 15 minutos de retraso: no fijan el precio de ninguna entrada.</translation>
    </message>
    <message>
        <source>Indicative quotes: altered, not the market&apos;s own</source>
        <translation>Cotizaciones indicativas: alteradas, no las del mercado</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::Toast</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Importante</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::Toasts</name>
    <message numerus="yes">
        <source>%n more above</source>
        <translation>
            <numerusform>%n más arriba</numerusform>
            <numerusform>%n más arriba</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::TradeWords</name>
    <message>
        <source>Buy to open</source>
        <translation>Compra (abre)</translation>
    </message>
    <message>
        <source>Buy to close</source>
        <translation>Compra (cierra)</translation>
    </message>
    <message>
        <source>Sell to open</source>
        <translation>Venta (abre)</translation>
    </message>
    <message>
        <source>Sell to close</source>
        <translation>Venta (cierra)</translation>
    </message>
    <message>
        <source>Unspecified</source>
        <translation>Sin especificar</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Venta</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Take-profit</source>
        <translation>Take-profit</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Profit target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>Kill switch</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>At the broker</source>
        <translation>En el bróker</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Ejecutada</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Reemplazada</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviada</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Nunca vista</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Cancelándose</translation>
    </message>
    <message>
        <source>Part filled</source>
        <translation>Parcial</translation>
    </message>
    <message>
        <source>Arriving</source>
        <translation>Llegando</translation>
    </message>
    <message>
        <source>Replacing</source>
        <translation>Reemplazando</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendida</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Fin por hoy</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Anotándose</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviándose</translation>
    </message>
    <message>
        <source>UNKNOWN</source>
        <translation>INCIERTA</translation>
    </message>
    <message>
        <source>The decision is being written to disk. Nothing has left yet.</source>
        <translation>La decisión se está escribiendo en disco. Aún no ha salido nada.</translation>
    </message>
    <message>
        <source>Written to disk. The one request to the broker is on its way.</source>
        <translation>Escrita en disco. La única solicitud al bróker está en camino.</translation>
    </message>
    <message>
        <source>The request left but no answer came, so the order may or may not be at the broker. It counts as if it were and is never sent again. It is being looked up; nothing is needed from you.</source>
        <translation>La solicitud salió pero no llegó respuesta, así que la orden puede estar o no en el bróker. Cuenta como si estuviera y nunca se envía otra vez. Se está consultando; no tiene que hacer nada.</translation>
    </message>
    <message>
        <source>A cancel was asked for. It may still fill until the broker confirms.</source>
        <translation>Se pidió cancelar. Aún puede ejecutarse hasta que el bróker confirme.</translation>
    </message>
    <message>
        <source>At the broker.</source>
        <translation>En el bróker.</translation>
    </message>
    <message>
        <source>The broker counts more filled than the fills that have arrived. The rest is being asked for.</source>
        <translation>El bróker cuenta más ejecutado que las ejecuciones recibidas. Se está pidiendo el resto.</translation>
    </message>
    <message>
        <source>Stopped here. The broker never saw it.</source>
        <translation>Se detuvo aquí. El bróker nunca la vio.</translation>
    </message>
    <message>
        <source>Looked for at the broker until the time limit and never found. Check the broker&apos;s own page if you are in doubt.</source>
        <translation>Se buscó en el bróker hasta el límite de tiempo y no se encontró. Ante la duda, revise la página del bróker.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::WatchModel</name>
    <message>
        <source>Symbol</source>
        <translation>Símbolo</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>The day so far</source>
        <translation>El día hasta ahora</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
    </message>
    <message>
        <source>Last price</source>
        <translation>Último precio</translation>
    </message>
    <message>
        <source>Chg</source>
        <translation>Var.</translation>
    </message>
    <message>
        <source>Change since the last close</source>
        <translation>Variación desde el último cierre</translation>
    </message>
    <message>
        <source>Chg %</source>
        <translation>Var. %</translation>
    </message>
    <message>
        <source>Change since the last close, percent</source>
        <translation>Variación desde el último cierre, porcentaje</translation>
    </message>
    <message>
        <source>RVol</source>
        <translation>RVol</translation>
    </message>
    <message>
        <source>Volume against the same time of earlier days</source>
        <translation>Volumen frente a la misma hora de días anteriores</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Volume of the day, shares</source>
        <translation>Volumen del día, acciones</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Time since the quote was confirmed</source>
        <translation>Tiempo desde que se confirmó la cotización</translation>
    </message>
    <message>
        <source>H</source>
        <comment>halted</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>Trading in %1 is halted.</source>
        <translation>La negociación de %1 está suspendida.</translation>
    </message>
    <message>
        <source>No quote yet.</source>
        <translation>Aún sin cotización.</translation>
    </message>
    <message>
        <source>Quote confirmed %1 ago</source>
        <translation>Cotización confirmada hace %1</translation>
    </message>
    <message>
        <source>Not live: the data plan streams fewer symbols than are wanted. Shorten the lists, or raise the limit in the settings if your plan allows more.</source>
        <translation>No en vivo: el plan de datos transmite menos símbolos de los que se piden. Acorte las listas o suba el límite en la configuración si su plan permite más.</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::WatchlistBar</name>
    <message>
        <source>Watchlists</source>
        <translation>Listas de seguimiento</translation>
    </message>
    <message>
        <source>Name of the watchlist</source>
        <translation>Nombre de la lista de seguimiento</translation>
    </message>
    <message>
        <source>Add a symbol</source>
        <translation>Añadir un símbolo</translation>
    </message>
    <message>
        <source>Add symbol</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>No list</source>
        <translation>Sin lista</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::WatchlistPanel</name>
    <message>
        <source>The list is sorted. Click the sorted title until the arrow is gone, then drag.</source>
        <translation>La lista está ordenada. Haga clic en el título ordenado hasta que la flecha desaparezca y luego arrastre.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>Se quitó %1.</translation>
    </message>
    <message>
        <source>The list was renamed.</source>
        <translation>Se cambió el nombre de la lista.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>Se eliminó %1.</translation>
    </message>
    <message>
        <source>Remove the symbol from the list</source>
        <translation>Quitar el símbolo de la lista</translation>
    </message>
    <message>
        <source>Undo the last change of a watchlist</source>
        <translation>Deshacer el último cambio de una lista de seguimiento</translation>
    </message>
    <message>
        <source>Move the symbol up</source>
        <translation>Subir el símbolo</translation>
    </message>
    <message>
        <source>Move the symbol down</source>
        <translation>Bajar el símbolo</translation>
    </message>
    <message>
        <source>Add a symbol</source>
        <translation>Añadir un símbolo</translation>
    </message>
    <message>
        <source>New watchlist</source>
        <translation>Lista de seguimiento nueva</translation>
    </message>
    <message>
        <source>Rename the watchlist</source>
        <translation>Cambiar el nombre de la lista de seguimiento</translation>
    </message>
    <message>
        <source>Delete the watchlist</source>
        <translation>Eliminar la lista de seguimiento</translation>
    </message>
    <message>
        <source>Import symbols from a CSV file</source>
        <translation>Importar símbolos de un archivo CSV</translation>
    </message>
    <message>
        <source>Export the watchlist as a CSV file</source>
        <translation>Exportar la lista de seguimiento como archivo CSV</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Import CSV …</source>
        <translation>Importar CSV …</translation>
    </message>
    <message>
        <source>Export CSV …</source>
        <translation>Exportar CSV …</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Flash on change</source>
        <translation>Destello al cambiar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Copy symbol</source>
        <translation>Copiar símbolo</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>The file holds no symbols. Put one in each line.</source>
        <translation>El archivo no contiene símbolos. Ponga uno en cada línea.</translation>
    </message>
    <message>
        <source>The file has more than %1 lines. Split it.</source>
        <translation>El archivo tiene más de %1 líneas. Divídalo.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n symbol(s) added.</source>
        <translation>
            <numerusform>%n símbolo añadido.</numerusform>
            <numerusform>%n símbolos añadidos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) refused.</source>
        <translation>
            <numerusform>%n línea rechazada.</numerusform>
            <numerusform>%n líneas rechazadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Import symbols</source>
        <translation>Importar símbolos</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt)</source>
        <translation>Archivos CSV (*.csv *.txt)</translation>
    </message>
    <message>
        <source>The file cannot be read. Choose a CSV file of at most 1 MB.</source>
        <translation>No se puede leer el archivo. Elija un archivo CSV de 1 MB como máximo.</translation>
    </message>
    <message>
        <source>Export the watchlist</source>
        <translation>Exportar la lista de seguimiento</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>The watchlist was exported.</source>
        <translation>Se exportó la lista de seguimiento.</translation>
    </message>
    <message>
        <source>The file cannot be written. Choose another folder.</source>
        <translation>No se puede escribir el archivo. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Lista de seguimiento</translation>
    </message>
    <message>
        <source>No watchlist yet</source>
        <translation>Aún no hay lista de seguimiento</translation>
    </message>
    <message>
        <source>Make one and add the symbols you follow.</source>
        <translation>Cree una y añada los símbolos que sigue.</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 está vacía</translation>
    </message>
    <message>
        <source>Type a symbol and press Enter, drop one here, or import a CSV file.</source>
        <translation>Escriba un símbolo y pulse Enter, suelte uno aquí o importe un archivo CSV.</translation>
    </message>
    <message>
        <source>Watchlist · %1</source>
        <translation>Lista · %1</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::WelcomePage</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Skip the welcome</source>
        <translation>Omitir la bienvenida</translation>
    </message>
    <message>
        <source>Welcome to Strikedesk</source>
        <translation>Bienvenido a Strikedesk</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Demo: a simulated market and account on this machine</source>
        <translation>Demo: un mercado y una cuenta simulados en este equipo</translation>
    </message>
    <message>
        <source>Paper: the broker&apos;s practice account, with your paper key</source>
        <translation>Paper: la cuenta de práctica del bróker, con su clave paper</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>¿Cómo desea empezar?</translation>
    </message>
    <message>
        <source>You can change this at any time in the settings. Real money needs the live mode and its own key.</source>
        <translation>Puede cambiarlo cuando quiera en los ajustes. El dinero real necesita el modo live y su propia clave.</translation>
    </message>
    <message>
        <source>Where your data is kept</source>
        <translation>Dónde se guardan sus datos</translation>
    </message>
    <message>
        <source>Orders, journal, films and pictures are written to this folder on this machine. Nothing is sent anywhere else.</source>
        <translation>Las órdenes, el diario, las películas y las imágenes se escriben en esta carpeta de este equipo. No se envía nada a ningún otro lugar.</translation>
    </message>
    <message>
        <source>Folder for data</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Saved. The folder is used from the next start.</source>
        <translation>Guardado. La carpeta se usa desde el próximo inicio.</translation>
    </message>
    <message>
        <source>What do you trade?</source>
        <translation>¿Qué opera?</translation>
    </message>
    <message>
        <source>Symbols with spaces or commas between, for your first watchlist.</source>
        <translation>Símbolos separados por espacios o comas, para su primera lista de seguimiento.</translation>
    </message>
    <message>
        <source>Symbols for the watchlist</source>
        <translation>Símbolos para la lista de seguimiento</translation>
    </message>
    <message>
        <source>SPY QQQ AAPL</source>
        <translation>SPY QQQ AAPL</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Saved. The mode is used from the next start.</source>
        <translation>Guardado. El modo se usa desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Type at least one symbol.</source>
        <translation>Escriba al menos un símbolo.</translation>
    </message>
    <message>
        <source>There is no watchlist yet. Make one in the watchlist panel.</source>
        <translation>Aún no hay lista de seguimiento. Cree una en el panel de la lista de seguimiento.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Añadidos: %1</translation>
    </message>
    <message>
        <source>%1 holds: %2</source>
        <translation>%1 contiene: %2</translation>
    </message>
</context>
<context>
    <name>strikedesk::ui::Workspaces</name>
    <message>
        <source>Trade</source>
        <translation>Operar</translation>
    </message>
    <message>
        <source>Every panel is closed. Add one below, or reset the layout.</source>
        <translation>Todos los paneles están cerrados. Añada uno abajo o restablezca la disposición.</translation>
    </message>
    <message>
        <source>Its own panels come with a later version. You can already put any panel here.</source>
        <translation>Sus paneles propios llegan con una versión posterior. Ya puede poner aquí cualquier panel.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Escáner</translation>
    </message>
    <message>
        <source>Here you will screen the market for candidates. %1</source>
        <translation>Aquí buscará candidatos en el mercado. %1</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Señales</translation>
    </message>
    <message>
        <source>Here you will see why a signal was raised, and approve or reject it. %1</source>
        <translation>Aquí verá por qué surgió una señal, y la aprobará o rechazará. %1</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Riesgo</translation>
    </message>
    <message>
        <source>Here you will see limits, exposure and the profit curve. %1</source>
        <translation>Aquí verá límites, exposición y la curva de ganancias. %1</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Finished trades and their charts belong here. Add the journal below.</source>
        <translation>Aquí van las operaciones terminadas y sus gráficos. Añada el diario abajo.</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Lab</translation>
    </message>
    <message>
        <source>Here you will write and test strategies. %1</source>
        <translation>Aquí escribirá y probará estrategias. %1</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Mesa</translation>
    </message>
    <message>
        <source>Everything that happened today belongs here. Add the notifications below.</source>
        <translation>Aquí va todo lo que pasó hoy. Añada los avisos abajo.</translation>
    </message>
</context>
</TS>
