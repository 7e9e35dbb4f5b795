<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>strikedesk::Errors</name>
    <message>
        <source>The session was not started again: a stop, an exit or an entry depends on it. Close the position first, or quit the program.</source>
        <translation>La sesión no se reinició: un stop, una salida o una entrada depende de ella. Cierre antes la posición o salga del programa.</translation>
    </message>
    <message>
        <source>The picture could not be saved. Check that the folder screenshots of your data can be written and has room.</source>
        <translation>No se pudo guardar la imagen. Compruebe que la carpeta screenshots de sus datos se puede escribir y tiene espacio.</translation>
    </message>
    <message>
        <source>Nothing was sent: the session does not run. Wait until it is connected, then try again.</source>
        <translation>No se envió nada: la sesión no está en marcha. Espere a que haya conexión y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>A fill never reached this program; its price was worked out from the order&apos;s average.</source>
        <translation>Una ejecución nunca llegó a este programa; su precio se dedujo del promedio de la orden.</translation>
    </message>
    <message>
        <source>A key id and a secret key are one word each, as the broker shows them. Copy both again.</source>
        <translation>El id y la clave secreta son una palabra cada uno, como los muestra el bróker. Copie ambos de nuevo.</translation>
    </message>
    <message>
        <source>A list holds at most 100 symbols. Remove one or start another list.</source>
        <translation>Una lista admite como máximo 100 símbolos. Quite uno o empiece otra lista.</translation>
    </message>
    <message>
        <source>A list holds at most 500 symbols. Begin another one.</source>
        <translation>Una lista admite como máximo 500 símbolos. Empiece otra.</translation>
    </message>
    <message>
        <source>A market data message could not be read and was dropped.</source>
        <translation>No se pudo leer un mensaje de datos de mercado y se descartó.</translation>
    </message>
    <message>
        <source>A page could not be kept for the recording. Trading goes on; check the disk&apos;s free space.</source>
        <translation>No se pudo conservar una página para la grabación. La operativa sigue; revise el espacio libre del disco.</translation>
    </message>
    <message>
        <source>A part of a change failed; nothing was changed.</source>
        <translation>Falló una parte de un cambio; no se cambió nada.</translation>
    </message>
    <message>
        <source>A stored record cannot be read. Restore the data from a backup.</source>
        <translation>No se puede leer un registro guardado. Restaure los datos de una copia de seguridad.</translation>
    </message>
    <message>
        <source>A tag has between 1 and 40 characters.</source>
        <translation>Una etiqueta tiene entre 1 y 40 caracteres.</translation>
    </message>
    <message>
        <source>A trade takes at most 30 tags.</source>
        <translation>Una operación admite como máximo 30 etiquetas.</translation>
    </message>
    <message>
        <source>Another Strikedesk is running on this profile. Use that one, or give this one its own folder with the setting data.dir.</source>
        <translation>Otro Strikedesk corre con este perfil. Use ese, o dé a este su propia carpeta con el ajuste data.dir.</translation>
    </message>
    <message>
        <source>Another process holds this account. Close it, then start again.</source>
        <translation>Otro proceso tiene esta cuenta. Ciérrelo y vuelva a empezar.</translation>
    </message>
    <message>
        <source>Another simulated venue is using this account file. End that one, or name another file.</source>
        <translation>Otro mercado simulado usa este archivo de cuenta. Termínelo o indique otro archivo.</translation>
    </message>
    <message>
        <source>Automatic entries are disarmed. Release the kill switch and arm again.</source>
        <translation>Las entradas automáticas están desarmadas. Libere el interruptor de emergencia y arme de nuevo.</translation>
    </message>
    <message>
        <source>Automatic entries are not armed. Arm them with a scope and a budget.</source>
        <translation>Las entradas automáticas no están armadas. Ármelas con un alcance y un presupuesto.</translation>
    </message>
    <message>
        <source>Choose day or good-till-cancelled for this order.</source>
        <translation>Elija válida por el día o hasta cancelar para esta orden.</translation>
    </message>
    <message>
        <source>Contract tradable</source>
        <translation>Contrato negociable</translation>
    </message>
    <message>
        <source>Give the list a name of at most 60 characters.</source>
        <translation>Dé a la lista un nombre de 60 caracteres como máximo.</translation>
    </message>
    <message>
        <source>Keys are kept for the paper and the live account and for Polygon&apos;s data only.</source>
        <translation>Solo se guardan claves de las cuentas paper y live y de los datos de Polygon.</translation>
    </message>
    <message>
        <source>Kill switch lets a person&apos;s orders through</source>
        <translation>El interruptor de emergencia deja pasar órdenes manuales</translation>
    </message>
    <message>
        <source>Kill switch off</source>
        <translation>Interruptor de emergencia apagado</translation>
    </message>
    <message>
        <source>Market open, no halt</source>
        <translation>Mercado abierto, sin suspensión</translation>
    </message>
    <message>
        <source>No clear answer to an order. It counts as sent and is being looked for at the broker.</source>
        <translation>Sin respuesta clara a una orden. Cuenta como enviada y se busca en el bróker.</translation>
    </message>
    <message>
        <source>No key store is running on this system, so keys can be neither kept nor read. Start one (GNOME Keyring or KWallet), or set STRIKEDESK_SECRET_ALPACA_KEY_ID and STRIKEDESK_SECRET_ALPACA_SECRET_KEY in the environment and start again.</source>
        <translation>En este sistema no corre ningún almacén de claves, así que no se pueden guardar ni leer. Inicie uno (GNOME Keyring o KWallet), o defina STRIKEDESK_SECRET_ALPACA_KEY_ID y STRIKEDESK_SECRET_ALPACA_SECRET_KEY en el entorno y vuelva a empezar.</translation>
    </message>
    <message>
        <source>One side of the quote is missing, or it is locked or crossed.</source>
        <translation>Falta un lado de la cotización, o está igualada o cruzada.</translation>
    </message>
    <message>
        <source>Our books and the broker&apos;s differ in this contract. Settle that before you add to it.</source>
        <translation>Nuestros libros y los del bróker difieren en este contrato. Aclárelo antes de añadir.</translation>
    </message>
    <message>
        <source>Selling to open is not offered here yet. Buy to open instead.</source>
        <translation>Aquí aún no se ofrece vender para abrir. Compre para abrir.</translation>
    </message>
    <message>
        <source>Symbol tradable</source>
        <translation>Símbolo negociable</translation>
    </message>
    <message>
        <source>That amount is too large to be real. Check price and quantity.</source>
        <translation>Ese importe es demasiado grande para ser real. Revise precio y cantidad.</translation>
    </message>
    <message>
        <source>That is not a calendar day. Write it as YYYY-MM-DD.</source>
        <translation>Eso no es un día del calendario. Escríbalo como AAAA-MM-DD.</translation>
    </message>
    <message>
        <source>That is not a number this program can read exactly.</source>
        <translation>Eso no es un número que este programa pueda leer con exactitud.</translation>
    </message>
    <message>
        <source>That is not a symbol. Use a ticker such as AAPL.</source>
        <translation>Eso no es un símbolo. Use uno como AAPL.</translation>
    </message>
    <message>
        <source>That is not a time this program can read.</source>
        <translation>Eso no es una hora que este programa pueda leer.</translation>
    </message>
    <message>
        <source>That is not an option contract. The form is ROOT, YYMMDD, C or P, strike × 1000.</source>
        <translation>Eso no es un contrato de opciones. La forma es RAÍZ, AAMMDD, C o P, strike × 1000.</translation>
    </message>
    <message>
        <source>That key is too short to be one. Check it and enter it again.</source>
        <translation>Esa clave es demasiado corta para serlo. Revísela y escríbala de nuevo.</translation>
    </message>
    <message>
        <source>That price is not a number in the range of US markets.</source>
        <translation>Ese precio no es un número dentro del rango de los mercados de EE. UU.</translation>
    </message>
    <message>
        <source>That price is outside what any US option or share trades at.</source>
        <translation>Ese precio está fuera de lo que cotiza cualquier opción o acción de EE. UU.</translation>
    </message>
    <message>
        <source>That quantity is larger than any order can be.</source>
        <translation>Esa cantidad es mayor que la de cualquier orden.</translation>
    </message>
    <message>
        <source>The account has not been read lately. Wait for the next sweep.</source>
        <translation>La cuenta no se ha leído hace poco. Espere la próxima revisión.</translation>
    </message>
    <message>
        <source>The account&apos;s number holds characters that cannot be part of a file name.</source>
        <translation>El número de la cuenta tiene caracteres que no pueden formar parte de un nombre de archivo.</translation>
    </message>
    <message>
        <source>The broker does not take new orders in this contract.</source>
        <translation>El bróker no acepta órdenes nuevas en este contrato.</translation>
    </message>
    <message>
        <source>The broker has blocked trading in this account. Ask the broker.</source>
        <translation>El bróker bloqueó la operativa en esta cuenta. Pregunte al bróker.</translation>
    </message>
    <message>
        <source>The broker never saw an order that was sent without an answer. It is given up, and still watched for.</source>
        <translation>El bróker nunca vio una orden enviada sin respuesta. Se da por perdida y se sigue vigilando.</translation>
    </message>
    <message>
        <source>The broker rejected the order after taking it.</source>
        <translation>El bróker rechazó la orden después de aceptarla.</translation>
    </message>
    <message>
        <source>The broker reports fills of one order that contradict each other. The contract is closed to new entries; compare our fills with the broker&apos;s.</source>
        <translation>El bróker informa ejecuciones de una orden que se contradicen. El contrato queda cerrado a entradas nuevas; compare nuestras ejecuciones con las del bróker.</translation>
    </message>
    <message>
        <source>The broker shows an order with our mark that our log does not know. Another copy of this program may trade the account; look at the order at the broker.</source>
        <translation>El bróker muestra una orden con nuestra marca que nuestro registro no conoce. Otra copia de este programa puede estar operando la cuenta; mire la orden en el bróker.</translation>
    </message>
    <message>
        <source>The broker shows two orders under one id of ours. The contract is closed to new entries; cancel one of them at the broker.</source>
        <translation>El bróker muestra dos órdenes con un mismo id nuestro. El contrato queda cerrado a entradas nuevas; cancele una de ellas en el bróker.</translation>
    </message>
    <message>
        <source>An answer could not be read. The program asks again; nothing was assumed.</source>
        <translation>No se pudo leer una respuesta. El programa vuelve a preguntar; no se supuso nada.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer was not what was asked for. Check the network for a login page.</source>
        <translation>La respuesta del bróker no fue lo pedido. Compruebe si la red muestra una página de acceso.</translation>
    </message>
    <message>
        <source>An answer was not what was asked for. The program asks again; nothing was assumed.</source>
        <translation>Una respuesta no fue lo pedido. El programa vuelve a preguntar; no se supuso nada.</translation>
    </message>
    <message>
        <source>The broker&apos;s book is not known yet. Wait for READY.</source>
        <translation>Aún no se conoce el libro del bróker. Espere a que la mesa esté lista.</translation>
    </message>
    <message>
        <source>The broker&apos;s list of symbols is still being read. Try again in a moment.</source>
        <translation>Todavía se lee la lista de símbolos del bróker. Intente de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The broker&apos;s order stream is down. Wait until it is back and swept.</source>
        <translation>El flujo de órdenes del bróker está caído. Espere a que vuelva y se revise.</translation>
    </message>
    <message>
        <source>The change contradicts what is stored already.</source>
        <translation>El cambio contradice lo que ya está guardado.</translation>
    </message>
    <message>
        <source>The contract&apos;s multiplier is not known. Read the contract again.</source>
        <translation>No se conoce el multiplicador del contrato. Lea el contrato de nuevo.</translation>
    </message>
    <message>
        <source>The database could not carry out a request.</source>
        <translation>La base de datos no pudo cumplir una solicitud.</translation>
    </message>
    <message>
        <source>The database file cannot be opened for writing. Check the folder and its permissions.</source>
        <translation>El archivo de la base de datos no se puede abrir para escribir. Revise la carpeta y sus permisos.</translation>
    </message>
    <message>
        <source>The database file cannot be used safely on this disk. Choose a folder on a local disk.</source>
        <translation>El archivo de la base de datos no se puede usar con seguridad en este disco. Elija una carpeta en un disco local.</translation>
    </message>
    <message>
        <source>The database file is damaged. Restore it from a backup.</source>
        <translation>El archivo de la base de datos está dañado. Restáurelo de una copia de seguridad.</translation>
    </message>
    <message>
        <source>The database is in use by another program. Close that program and try again.</source>
        <translation>Otro programa usa la base de datos. Ciérrelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>The database was made by something other than this program. Choose another data folder.</source>
        <translation>La base de datos no la creó este programa. Elija otra carpeta de datos.</translation>
    </message>
    <message>
        <source>The database was used by a newer version of Strikedesk. Start that version, or choose another data folder.</source>
        <translation>Una versión más nueva de Strikedesk usó la base de datos. Inicie esa versión o elija otra carpeta de datos.</translation>
    </message>
    <message>
        <source>The disk failed while an order was being recorded. Nothing more can be sent: check the disk and start the program again.</source>
        <translation>El disco falló mientras se anotaba una orden. No se puede enviar nada más: revise el disco e inicie el programa de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation>El disco está lleno. Libere espacio e intente de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full: orders cannot be recorded and are not sent. Cancels still work. Free some space.</source>
        <translation>El disco está lleno: las órdenes no se pueden anotar y no se envían. Las cancelaciones siguen funcionando. Libere espacio.</translation>
    </message>
    <message>
        <source>The disk reported an error. Check the disk, then start the program again.</source>
        <translation>El disco informó de un error. Revíselo y vuelva a iniciar el programa.</translation>
    </message>
    <message>
        <source>The environment gives half a broker key: set both STRIKEDESK_SECRET_ALPACA_KEY_ID and STRIKEDESK_SECRET_ALPACA_SECRET_KEY, or neither to use the stored key.</source>
        <translation>El entorno da media clave del bróker: defina STRIKEDESK_SECRET_ALPACA_KEY_ID y STRIKEDESK_SECRET_ALPACA_SECRET_KEY, o ninguna para usar la clave guardada.</translation>
    </message>
    <message>
        <source>The exits hold a figure that cannot be. Enter them again.</source>
        <translation>Las salidas tienen una cifra imposible. Escríbalas de nuevo.</translation>
    </message>
    <message>
        <source>The folder of the order log cannot be written. Check the folder and its permissions.</source>
        <translation>No se puede escribir en la carpeta del registro de órdenes. Revise la carpeta y sus permisos.</translation>
    </message>
    <message>
        <source>The key store did not let this program in. Unlock it and try again.</source>
        <translation>El almacén de claves no dejó entrar a este programa. Desbloquéelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>The kill command from outside will not work: its local socket could not be opened.</source>
        <translation>El comando kill desde fuera no funcionará: no se pudo abrir su socket local.</translation>
    </message>
    <message>
        <source>The kill switch is on: no new position may be opened. Release it first.</source>
        <translation>El interruptor de emergencia está activo: no se puede abrir ninguna posición nueva. Libérelo primero.</translation>
    </message>
    <message>
        <source>The layout could not be removed. Check the rights of its folder.</source>
        <translation>No se pudo quitar la disposición. Revise los permisos de su carpeta.</translation>
    </message>
    <message>
        <source>The layout could not be saved. Check that its folder exists and has room.</source>
        <translation>No se pudo guardar la disposición. Compruebe que su carpeta existe y tiene espacio.</translation>
    </message>
    <message>
        <source>The limit price is higher than any price this program trades at.</source>
        <translation>El precio límite es más alto que cualquiera al que opera este programa.</translation>
    </message>
    <message>
        <source>The limit price is too far through the market. Check it against the quote.</source>
        <translation>El precio límite sobrepasa demasiado el mercado. Compárelo con la cotización.</translation>
    </message>
    <message>
        <source>The limit price must be above zero.</source>
        <translation>El precio límite debe ser mayor que cero.</translation>
    </message>
    <message>
        <source>The log file cannot be written. Check that its folder exists and is yours.</source>
        <translation>No se puede escribir el archivo de registro. Compruebe que su carpeta existe y es suya.</translation>
    </message>
    <message>
        <source>The market is closed. Options trade from 09:30 to 16:00 New York time.</source>
        <translation>El mercado está cerrado. Las opciones cotizan de 09:30 a 16:00, hora de Nueva York.</translation>
    </message>
    <message>
        <source>The notes are too long. Keep them under 20,000 characters.</source>
        <translation>Las notas son demasiado largas. No pase de 20,000 caracteres.</translation>
    </message>
    <message>
        <source>The order costs more than your buying power, counting open orders.</source>
        <translation>La orden cuesta más que su poder de compra, contando las órdenes abiertas.</translation>
    </message>
    <message>
        <source>The order could not be recorded and was not sent.</source>
        <translation>La orden no se pudo anotar y no se envió.</translation>
    </message>
    <message>
        <source>The order log in this folder belongs to another account. Choose another data folder.</source>
        <translation>El registro de órdenes de esta carpeta es de otra cuenta. Elija otra carpeta de datos.</translation>
    </message>
    <message>
        <source>The order log is in use by another running copy of Strikedesk. Close that copy first.</source>
        <translation>Otra copia de Strikedesk en marcha usa el registro de órdenes. Ciérrela primero.</translation>
    </message>
    <message>
        <source>The order log was written by a newer version of Strikedesk. Start that version.</source>
        <translation>El registro de órdenes lo escribió una versión más nueva de Strikedesk. Inicie esa versión.</translation>
    </message>
    <message>
        <source>The order log was written by a newer version of this program. Start that version.</source>
        <translation>El registro de órdenes lo escribió una versión más nueva de este programa. Inicie esa versión.</translation>
    </message>
    <message>
        <source>The order&apos;s value is above your limit for one order.</source>
        <translation>El valor de la orden supera su límite por orden.</translation>
    </message>
    <message>
        <source>The quantity is above your limit for one order.</source>
        <translation>La cantidad supera su límite por orden.</translation>
    </message>
    <message>
        <source>The quantity must be a whole number of at least one.</source>
        <translation>La cantidad debe ser un número entero de al menos uno.</translation>
    </message>
    <message>
        <source>The quote is too old to trade on. Try again when it has been read.</source>
        <translation>La cotización es demasiado vieja para operar. Intente de nuevo cuando se haya leído.</translation>
    </message>
    <message>
        <source>The recording could not be compressed.</source>
        <translation>No se pudo comprimir la grabación.</translation>
    </message>
    <message>
        <source>The same order was sent a moment ago. Wait, or change it.</source>
        <translation>La misma orden se envió hace un momento. Espere o cámbiela.</translation>
    </message>
    <message>
        <source>The sandbox could not start. Try again with a fresh account.</source>
        <translation>El simulador no pudo iniciar. Intente de nuevo con una cuenta nueva.</translation>
    </message>
    <message>
        <source>The sandbox&apos;s account file cannot be read. Start the sandbox with a fresh account.</source>
        <translation>No se puede leer el archivo de la cuenta del simulador. Inicie el simulador con una cuenta nueva.</translation>
    </message>
    <message>
        <source>The sandbox&apos;s account was written by another version of the program. Start the sandbox with a fresh account.</source>
        <translation>La cuenta del simulador la escribió otra versión del programa. Inicie el simulador con una cuenta nueva.</translation>
    </message>
    <message>
        <source>The saved layout cannot be read. The last good one is used instead.</source>
        <translation>No se puede leer la disposición guardada. Se usa la última buena.</translation>
    </message>
    <message>
        <source>The session has not started, so the note cannot be stored yet. Try again in a moment.</source>
        <translation>La sesión no ha empezado, así que aún no se puede guardar la nota. Intente de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The session has not started, so the setting cannot be stored yet. Try again in a moment.</source>
        <translation>La sesión no ha empezado, así que aún no se puede guardar el ajuste. Intente de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The session is not running, so nothing was read or changed. Start it and try again.</source>
        <translation>La sesión no está en marcha, así que no se leyó ni cambió nada. Iníciela e intente de nuevo.</translation>
    </message>
    <message>
        <source>The settings quotes.automatic_age_seconds, quotes.manual_age_seconds and quotes.display_age_seconds must not decrease in this order.</source>
        <translation>Los ajustes quotes.automatic_age_seconds, quotes.manual_age_seconds y quotes.display_age_seconds no deben decrecer en este orden.</translation>
    </message>
    <message>
        <source>The spread is wider than automatic entries allow.</source>
        <translation>El spread es mayor que el permitido para entradas automáticas.</translation>
    </message>
    <message>
        <source>The stop must lie on the losing side of the entry price.</source>
        <translation>El stop debe estar del lado perdedor del precio de entrada.</translation>
    </message>
    <message>
        <source>The store is not open yet. Try again in a moment.</source>
        <translation>El almacén aún no está abierto. Intente de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The store is not open, so nothing was read or changed. See the log, then start again.</source>
        <translation>El almacén no está abierto, así que no se leyó ni cambió nada. Vea el registro y vuelva a iniciar.</translation>
    </message>
    <message>
        <source>The take-profit is not on the price grid of this contract.</source>
        <translation>El take-profit no cae en los pasos de precio de este contrato.</translation>
    </message>
    <message>
        <source>The take-profit must lie on the winning side of the entry price.</source>
        <translation>El take-profit debe estar del lado ganador del precio de entrada.</translation>
    </message>
    <message>
        <source>The trading calendar of this version covers 2005 to 2030. Choose a day inside these years.</source>
        <translation>El calendario bursátil de esta versión abarca de 2005 a 2030. Elija un día dentro de esos años.</translation>
    </message>
    <message>
        <source>There is no broker key for the account of this mode. Enter it in the window&apos;s settings under Broker keys, or set STRIKEDESK_SECRET_ALPACA_KEY_ID and STRIKEDESK_SECRET_ALPACA_SECRET_KEY in the environment, or use the mode demo, which needs none.</source>
        <translation>No hay clave del bróker para la cuenta de este modo. Escríbala en los ajustes de la ventana, en Claves del bróker, o defina STRIKEDESK_SECRET_ALPACA_KEY_ID y STRIKEDESK_SECRET_ALPACA_SECRET_KEY en el entorno, o use el modo demo, que no necesita ninguna.</translation>
    </message>
    <message>
        <source>There is no such layout.</source>
        <translation>No existe esa disposición.</translation>
    </message>
    <message>
        <source>This is an adjusted contract: it can be closed but not opened here.</source>
        <translation>Es un contrato ajustado: aquí se puede cerrar pero no abrir.</translation>
    </message>
    <message>
        <source>This order is recorded already and will not be sent a second time.</source>
        <translation>Esta orden ya está anotada y no se enviará una segunda vez.</translation>
    </message>
    <message>
        <source>This ticket was sent already. Open a new one.</source>
        <translation>Esta boleta ya se envió. Abra una nueva.</translation>
    </message>
    <message>
        <source>This watchlist no longer exists. Choose another one from the list menu.</source>
        <translation>Esta lista de seguimiento ya no existe. Elija otra en el menú de listas.</translation>
    </message>
    <message>
        <source>Today&apos;s loss has reached your limit. No new positions until tomorrow.</source>
        <translation>La pérdida de hoy llegó a su límite. Sin posiciones nuevas hasta mañana.</translation>
    </message>
    <message>
        <source>Too many orders in a short time. Wait a moment.</source>
        <translation>Demasiadas órdenes en poco tiempo. Espere un momento.</translation>
    </message>
    <message>
        <source>Trading in this symbol is halted. Wait for the resume.</source>
        <translation>La negociación de este símbolo está suspendida. Espere a que se reanude.</translation>
    </message>
    <message>
        <source>What the key store holds for this account is no broker key. Enter the keys again.</source>
        <translation>Lo que el almacén de claves tiene para esta cuenta no es una clave del bróker. Escriba las claves de nuevo.</translation>
    </message>
    <message>
        <source>You have as many open trades as your limit allows.</source>
        <translation>Ya tiene tantas operaciones abiertas como permite su límite.</translation>
    </message>
    <message>
        <source>You have as many open trades on this underlying as you allow.</source>
        <translation>Ya tiene en este subyacente tantas operaciones abiertas como permite.</translation>
    </message>
    <message>
        <source>You have made as many trades today as your limit allows.</source>
        <translation>Hoy ya hizo tantas operaciones como permite su límite.</translation>
    </message>
    <message>
        <source>The data plan&apos;s number of symbols leaves this one out. Its minutes are asked for; close other charts or shorten the lists to see it live.</source>
        <translation>El número de símbolos del plan de datos deja este fuera. Sus minutos se piden aparte; cierre otros gráficos o acorte las listas para verlo en vivo.</translation>
    </message>
    <message>
        <source>Another program uses this data connection, or an old one has not timed out yet. The program waits.</source>
        <translation>Otro programa usa esta conexión de datos, o una anterior aún no ha caducado. El programa espera.</translation>
    </message>
    <message>
        <source>This feed does not offer what was subscribed. The rest goes on.</source>
        <translation>Este origen de datos no ofrece lo que se pidió. Lo demás sigue.</translation>
    </message>
    <message>
        <source>The broker&apos;s answer could not be read; what became of the request is being looked up.</source>
        <translation>No se pudo leer la respuesta del bróker; se averigua qué fue de la solicitud.</translation>
    </message>
    <message>
        <source>The data server did not answer a subscription in time.</source>
        <translation>El servidor de datos no respondió a tiempo a una suscripción.</translation>
    </message>
    <message>
        <source>The data server did not complete the login in time.</source>
        <translation>El servidor de datos no completó a tiempo el inicio de sesión.</translation>
    </message>
    <message>
        <source>Connecting to market data.</source>
        <translation>Conectando con los datos de mercado.</translation>
    </message>
    <message>
        <source>Logging in to market data.</source>
        <translation>Iniciando sesión en los datos de mercado.</translation>
    </message>
    <message>
        <source>The data server sent messages that could not be read.</source>
        <translation>El servidor de datos envió mensajes que no se pudieron leer.</translation>
    </message>
    <message>
        <source>Logged in; nothing is subscribed yet.</source>
        <translation>Sesión iniciada; todavía no hay suscripciones.</translation>
    </message>
    <message>
        <source>Logged in; nothing of what is wanted comes on this stream.</source>
        <translation>Sesión iniciada; nada de lo pedido llega por este flujo.</translation>
    </message>
    <message>
        <source>Market data arrives.</source>
        <translation>Llegan datos de mercado.</translation>
    </message>
    <message>
        <source>The data server did not accept the API key. Check the key, then connect again.</source>
        <translation>El servidor de datos no aceptó la clave. Revísela y vuelva a conectar.</translation>
    </message>
    <message>
        <source>The account&apos;s data plan does not include this feed. Choose another feed in the settings.</source>
        <translation>El plan de datos de la cuenta no incluye esta fuente. Elija otra en los ajustes.</translation>
    </message>
    <message>
        <source>Connected, but the last subscription was refused: too many symbols.</source>
        <translation>Conectado, pero se rechazó la última suscripción: demasiados símbolos.</translation>
    </message>
    <message>
        <source>The data server allows one connection, and it is in use.</source>
        <translation>El servidor de datos permite una sola conexión y está en uso.</translation>
    </message>
    <message>
        <source>Connected, but the last subscription was refused.</source>
        <translation>Conectado, pero se rechazó la última suscripción.</translation>
    </message>
    <message>
        <source>The data server reported a problem.</source>
        <translation>El servidor de datos informó de un problema.</translation>
    </message>
    <message>
        <source>The broker did not complete the login in time.</source>
        <translation>El bróker no completó a tiempo el inicio de sesión.</translation>
    </message>
    <message>
        <source>Connecting to the order stream.</source>
        <translation>Conectando con el flujo de órdenes.</translation>
    </message>
    <message>
        <source>Logging in to the order stream.</source>
        <translation>Iniciando sesión en el flujo de órdenes.</translation>
    </message>
    <message>
        <source>The broker did not confirm the order stream.</source>
        <translation>El bróker no confirmó el flujo de órdenes.</translation>
    </message>
    <message>
        <source>Order events arrive.</source>
        <translation>Llegan los eventos de órdenes.</translation>
    </message>
    <message>
        <source>The broker wants the login first.</source>
        <translation>El bróker pide primero el inicio de sesión.</translation>
    </message>
    <message>
        <source>The broker did not accept the API key for order events. Check the key, then connect again.</source>
        <translation>El bróker no aceptó la clave para los eventos de órdenes. Revísela y vuelva a conectar.</translation>
    </message>
    <message>
        <source>Logged in to the order stream.</source>
        <translation>Sesión iniciada en el flujo de órdenes.</translation>
    </message>
    <message>
        <source>The order stream reported a problem.</source>
        <translation>El flujo de órdenes informó de un problema.</translation>
    </message>
    <message>
        <source>The order stream sent messages that could not be read.</source>
        <translation>El flujo de órdenes envió mensajes que no se pudieron leer.</translation>
    </message>
    <message>
        <source>Connected, but the broker&apos;s books showed a fill it did not tell.</source>
        <translation>Conectado, pero los libros del bróker mostraron una ejecución que no avisó.</translation>
    </message>
    <message>
        <source>The data server&apos;s history is not what was asked for, and it was not used. Open the chart again; if this goes on, check the network.</source>
        <translation>El historial del servidor de datos no es el pedido y no se usó. Abra el gráfico de nuevo; si continúa, revise la red.</translation>
    </message>
    <message>
        <source>The data provider&apos;s history is not what was asked for, and it was not used. Open the chart again; if this goes on, check the provider&apos;s address in the settings.</source>
        <translation>El historial del proveedor de datos no es el pedido y no se usó. Abra el gráfico de nuevo; si continúa, revise la dirección del proveedor en los ajustes.</translation>
    </message>
    <message>
        <source>The data provider has no bars of this length. Choose minutes, hours, days, weeks or months.</source>
        <translation>El proveedor de datos no tiene barras de esta duración. Elija minutos, horas, días, semanas o meses.</translation>
    </message>
    <message>
        <source>The data provider&apos;s answer goes on at an address that is not its own, and it was not used. Check the provider&apos;s address in the settings.</source>
        <translation>La respuesta del proveedor de datos sigue en una dirección que no es la suya y no se usó. Revise la dirección del proveedor en los ajustes.</translation>
    </message>
    <message>
        <source>The plan of this data key does not include what was asked for. Choose another provider for it, or a larger plan.</source>
        <translation>El plan de esta clave de datos no incluye lo pedido. Elija otro proveedor para ello o un plan mayor.</translation>
    </message>
    <message>
        <source>The data provider did not accept the key. Check the key in the settings.</source>
        <translation>El proveedor de datos no aceptó la clave. Revísela en los ajustes.</translation>
    </message>
    <message>
        <source>The data provider has nothing under this name for this day.</source>
        <translation>El proveedor de datos no tiene nada con este nombre para este día.</translation>
    </message>
    <message>
        <source>The plan&apos;s requests of this minute are used up. The program waits and goes on by itself.</source>
        <translation>Se agotaron las solicitudes del plan para este minuto. El programa espera y continúa solo.</translation>
    </message>
    <message>
        <source>The data provider refused the request&apos;s fields.</source>
        <translation>El proveedor de datos rechazó los campos de la solicitud.</translation>
    </message>
    <message>
        <source>The data provider has a problem of its own. The program asks again.</source>
        <translation>El proveedor de datos tiene un problema propio. El programa vuelve a preguntar.</translation>
    </message>
    <message>
        <source>The data provider refused this.</source>
        <translation>El proveedor de datos rechazó esto.</translation>
    </message>
    <message>
        <source>The data provider&apos;s answer was not what was asked for. Check the network for a login page.</source>
        <translation>La respuesta del proveedor de datos no es la pedida. Compruebe si la red muestra una página de acceso.</translation>
    </message>
    <message>
        <source>This kind of symbol cannot be shown here. Choose a stock, fund, index or option.</source>
        <translation>Este tipo de símbolo no se puede mostrar aquí. Elija una acción, un fondo, un índice o una opción.</translation>
    </message>
    <message>
        <source>The plan of this data key does not include some of the live data asked for. The rest goes on.</source>
        <translation>El plan de esta clave de datos no incluye parte de los datos en vivo pedidos. El resto continúa.</translation>
    </message>
    <message>
        <source>The plan of this data key includes none of the live data asked for. Choose another provider for it, or a larger plan.</source>
        <translation>El plan de esta clave de datos no incluye ninguno de los datos en vivo pedidos. Elija otro proveedor para ellos o un plan mayor.</translation>
    </message>
    <message>
        <source>Another program uses this data key, and the two take the connection from each other. Close the other program, then connect again.</source>
        <translation>Otro programa usa esta clave de datos y los dos se quitan la conexión. Cierre el otro programa y vuelva a conectar.</translation>
    </message>
    <message>
        <source>Another program may use this data key: the data server allows one connection and closed this one. The program tries again.</source>
        <translation>Puede que otro programa use esta clave de datos: el servidor de datos permite una sola conexión y cerró esta. El programa lo intenta de nuevo.</translation>
    </message>
    <message>
        <source>The data server did not accept the key. Check the key in the settings, then connect again.</source>
        <translation>El servidor de datos no aceptó la clave. Revísela en los ajustes y vuelva a conectar.</translation>
    </message>
    <message>
        <source>This feed is 15 minutes late; the newest bars come then.</source>
        <translation>Esta fuente llega con 15 minutos de retraso; las barras más nuevas llegan entonces.</translation>
    </message>
    <message>
        <source>This plan&apos;s data are 15 minutes late; the newest bars come then.</source>
        <translation>Los datos de este plan llegan con 15 minutos de retraso; las barras más nuevas llegan entonces.</translation>
    </message>
    <message>
        <source>The data server&apos;s history does not end. The chart shows what came; open it again later.</source>
        <translation>El historial del servidor de datos no termina. El gráfico muestra lo que llegó; ábralo más tarde.</translation>
    </message>
    <message>
        <source>The quotes of this feed are 15 minutes late: no entry is priced by them. Choose a real-time feed in the settings.</source>
        <translation>Las cotizaciones de esta fuente llegan con 15 minutos de retraso: no fijan el precio de ninguna entrada. Elija una fuente en tiempo real en los ajustes.</translation>
    </message>
    <message>
        <source>Indicative quotes are altered: with real money no entry is priced by them. Set alpaca.option_feed to opra; the plan must include it.</source>
        <translation>Las cotizaciones indicativas están alteradas: con dinero real no fijan el precio de ninguna entrada. Ponga alpaca.option_feed en opra; el plan debe incluirla.</translation>
    </message>
    <message>
        <source>Indicative quotes: altered, not the market&apos;s own</source>
        <translation>Cotizaciones indicativas: alteradas, no las del mercado</translation>
    </message>
    <message>
        <source>The request was given up.</source>
        <translation>Se desistió de la solicitud.</translation>
    </message>
    <message>
        <source>The request was stopped before it left this machine.</source>
        <translation>La solicitud se detuvo antes de salir de esta máquina.</translation>
    </message>
    <message>
        <source>The server&apos;s name could not be found. Check the network connection.</source>
        <translation>No se encontró el nombre del servidor. Revise la conexión de red.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not accepted. Check the address and this machine&apos;s clock.</source>
        <translation>No se aceptó el certificado del servidor. Revise la dirección y el reloj de esta máquina.</translation>
    </message>
    <message>
        <source>The server could not be reached. Check the network connection.</source>
        <translation>No se pudo alcanzar el servidor. Revise la conexión de red.</translation>
    </message>
    <message>
        <source>The connection ended before a whole answer came.</source>
        <translation>La conexión terminó antes de llegar una respuesta completa.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The server&apos;s answer was too large and was dropped.</source>
        <translation>La respuesta del servidor era demasiado grande y se descartó.</translation>
    </message>
    <message>
        <source>The server tried to send the request elsewhere. That is refused, because it would carry the keys.</source>
        <translation>El servidor intentó enviar la solicitud a otro lugar. Se rechaza, porque llevaría las claves.</translation>
    </message>
    <message>
        <source>Too many requests are waiting for the server. Try again in a moment.</source>
        <translation>Demasiadas solicitudes esperan al servidor. Inténtelo en un momento.</translation>
    </message>
    <message>
        <source>The request waited too long for its turn and was not sent. Try again in a moment.</source>
        <translation>La solicitud esperó demasiado su turno y no se envió. Inténtelo en un momento.</translation>
    </message>
    <message>
        <source>The server has not answered several times in a row. The program tries again by itself.</source>
        <translation>El servidor no respondió varias veces seguidas. El programa lo intenta de nuevo solo.</translation>
    </message>
    <message>
        <source>The request was given up before it was sent.</source>
        <translation>Se desistió de la solicitud antes de enviarla.</translation>
    </message>
    <message>
        <source>An answer came in pages that did not end, and it was not used. Ask for less at once.</source>
        <translation>Una respuesta llegó en páginas sin fin y no se usó. Pida menos de una vez.</translation>
    </message>
    <message>
        <source>The server stopped answering pings.</source>
        <translation>El servidor dejó de responder a las señales de vida.</translation>
    </message>
    <message>
        <source>The server could not be reached or refused the connection.</source>
        <translation>No se pudo alcanzar el servidor o rechazó la conexión.</translation>
    </message>
    <message>
        <source>The connection broke.</source>
        <translation>La conexión se cortó.</translation>
    </message>
    <message>
        <source>The server did not complete the handshake in time.</source>
        <translation>El servidor no completó a tiempo la apertura de la conexión.</translation>
    </message>
    <message>
        <source>An open position has no price, so today&apos;s loss is not known. Wait for its quote.</source>
        <translation>Una posición abierta no tiene precio, así que no se conoce la pérdida de hoy. Espere a su cotización.</translation>
    </message>
    <message>
        <source>The broker has not allowed this account to buy options. Ask the broker for level 2.</source>
        <translation>El bróker no permite a esta cuenta comprar opciones. Pídale el nivel 2.</translation>
    </message>
    <message>
        <source>The order was not sent: the order log cannot be written.</source>
        <translation>La orden no se envió: no se puede escribir el registro de órdenes.</translation>
    </message>
    <message>
        <source>The ticket waited for a quote and is too old now. Send it again.</source>
        <translation>El ticket esperaba una cotización y ya es demasiado antiguo. Envíelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>strikedesk::SettingGroups</name>
    <message>
        <source>Alpaca</source>
        <translation>Alpaca</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>Salidas</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Película</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Cotizaciones</translation>
    </message>
    <message>
        <source>Risk limits</source>
        <translation>Límites de riesgo</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Simulador</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
</context>
<context>
    <name>strikedesk::SettingNames</name>
    <message>
        <source>Account age seconds</source>
        <translation>Edad de la cuenta, segundos</translation>
    </message>
    <message>
        <source>Api url</source>
        <translation>URL de la API</translation>
    </message>
    <message>
        <source>Automatic age seconds</source>
        <translation>Edad para automáticas, segundos</translation>
    </message>
    <message>
        <source>Breaker failures</source>
        <translation>Fallos del cortacircuitos</translation>
    </message>
    <message>
        <source>Breaker open seconds</source>
        <translation>Pausa del cortacircuitos, segundos</translation>
    </message>
    <message>
        <source>Checkpoint seconds</source>
        <translation>Punto de control, segundos</translation>
    </message>
    <message>
        <source>Collar floor</source>
        <translation>Collar mínimo</translation>
    </message>
    <message>
        <source>Collar percent</source>
        <translation>Collar, porcentaje</translation>
    </message>
    <message>
        <source>Confirm orders</source>
        <translation>Confirmar órdenes</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Daily loss amount</source>
        <translation>Pérdida diaria, importe</translation>
    </message>
    <message>
        <source>Daily loss percent</source>
        <translation>Pérdida diaria, porcentaje</translation>
    </message>
    <message>
        <source>Data providers</source>
        <translation>Proveedores de datos</translation>
    </message>
    <message>
        <source>Data requests per minute</source>
        <translation>Solicitudes de datos por minuto</translation>
    </message>
    <message>
        <source>Data url</source>
        <translation>URL de datos</translation>
    </message>
    <message>
        <source>Dir</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Display age seconds</source>
        <translation>Edad visible, segundos</translation>
    </message>
    <message>
        <source>Duplicate seconds</source>
        <translation>Duplicados, segundos</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activada</translation>
    </message>
    <message>
        <source>File count</source>
        <translation>Cantidad de archivos</translation>
    </message>
    <message>
        <source>File megabytes</source>
        <translation>Megabytes por archivo</translation>
    </message>
    <message>
        <source>Fill wait seconds</source>
        <translation>Espera de ejecución, segundos</translation>
    </message>
    <message>
        <source>Flash changes</source>
        <translation>Destello en los cambios</translation>
    </message>
    <message>
        <source>Horizon seconds</source>
        <translation>Horizonte, segundos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Live url</source>
        <translation>URL live</translation>
    </message>
    <message>
        <source>Manual age seconds</source>
        <translation>Edad para manuales, segundos</translation>
    </message>
    <message>
        <source>Max notional</source>
        <translation>Valor nocional máximo</translation>
    </message>
    <message>
        <source>Max open positions</source>
        <translation>Máximo de posiciones abiertas</translation>
    </message>
    <message>
        <source>Max per minute</source>
        <translation>Máximo por minuto</translation>
    </message>
    <message>
        <source>Max per second</source>
        <translation>Máximo por segundo</translation>
    </message>
    <message>
        <source>Max positions per symbol</source>
        <translation>Máximo de posiciones por símbolo</translation>
    </message>
    <message>
        <source>Max quantity</source>
        <translation>Cantidad máxima</translation>
    </message>
    <message>
        <source>Max spread percent</source>
        <translation>Spread máximo, porcentaje</translation>
    </message>
    <message>
        <source>Max trades per day</source>
        <translation>Máximo de operaciones por día</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>One click seconds</source>
        <translation>Clic único, segundos</translation>
    </message>
    <message>
        <source>Option feed</source>
        <translation>Fuente de opciones</translation>
    </message>
    <message>
        <source>Paper url</source>
        <translation>URL paper</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Price collar floor</source>
        <translation>Collar de precio mínimo</translation>
    </message>
    <message>
        <source>Price collar percent</source>
        <translation>Collar de precio, porcentaje</translation>
    </message>
    <message>
        <source>Queue lines</source>
        <translation>Líneas en cola</translation>
    </message>
    <message>
        <source>Read retries</source>
        <translation>Reintentos de lectura</translation>
    </message>
    <message>
        <source>Reconnect max seconds</source>
        <translation>Reconexión máxima, segundos</translation>
    </message>
    <message>
        <source>Reprice seconds</source>
        <translation>Nuevo precio cada, segundos</translation>
    </message>
    <message>
        <source>Request seconds</source>
        <translation>Solicitud, segundos</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Peticiones por minuto</translation>
    </message>
    <message>
        <source>Resting time in force</source>
        <translation>Vigencia en espera</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Sign colours</source>
        <translation>Colores de signo</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Starting cash</source>
        <translation>Efectivo inicial</translation>
    </message>
    <message>
        <source>Stock feed</source>
        <translation>Fuente de acciones</translation>
    </message>
    <message>
        <source>Stop confirm ms</source>
        <translation>Confirmación del stop, ms</translation>
    </message>
    <message>
        <source>Stop loss percent</source>
        <translation>Stop-loss, porcentaje</translation>
    </message>
    <message>
        <source>Stream url</source>
        <translation>URL de flujos</translation>
    </message>
    <message>
        <source>Take profit percent</source>
        <translation>Take-profit, porcentaje</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Trading requests per minute</source>
        <translation>Solicitudes de operativa por minuto</translation>
    </message>
    <message>
        <source>Stock symbols</source>
        <translation>Símbolos de acciones</translation>
    </message>
    <message>
        <source>Option symbols</source>
        <translation>Símbolos de opciones</translation>
    </message>
</context>
<context>
    <name>strikedesk::SettingUnits</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>USD</source>
        <translation>USD</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>contratos</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>fallos</translation>
    </message>
    <message>
        <source>files</source>
        <translation>archivos</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>líneas</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>órdenes</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>posiciones</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>solicitudes</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>times</source>
        <translation>veces</translation>
    </message>
    <message>
        <source>trades</source>
        <translation>operaciones</translation>
    </message>
    <message>
        <source>symbols</source>
        <translation>símbolos</translation>
    </message>
</context>
<context>
    <name>strikedesk::Settings</name>
    <message>
        <source>Address of Polygon&apos;s (Massive&apos;s) market data requests.</source>
        <translation>Dirección de las solicitudes de datos de mercado de Polygon (Massive).</translation>
    </message>
    <message>
        <source>Address of Polygon&apos;s (Massive&apos;s) market data streams.</source>
        <translation>Dirección de los flujos de datos de mercado de Polygon (Massive).</translation>
    </message>
    <message>
        <source>Address of market data requests.</source>
        <translation>Dirección de las solicitudes de datos de mercado.</translation>
    </message>
    <message>
        <source>Address of the market data streams.</source>
        <translation>Dirección de los flujos de datos de mercado.</translation>
    </message>
    <message>
        <source>Age from which a quote is shown as stale.</source>
        <translation>Edad desde la que una cotización se muestra como vieja.</translation>
    </message>
    <message>
        <source>Also writes the log to the standard error stream.</source>
        <translation>Escribe el registro también en la salida de error estándar.</translation>
    </message>
    <message>
        <source>Asks before an order is sent; a market order in a live account is always asked about.</source>
        <translation>Pregunta antes de enviar una orden; por una orden a mercado en una cuenta live se pregunta siempre.</translation>
    </message>
    <message>
        <source>Cash of a new simulated account.</source>
        <translation>Efectivo de una cuenta simulada nueva.</translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation>Colores de la ventana.</translation>
    </message>
    <message>
        <source>Colours of up and down; the second pair is told apart by every kind of sight.</source>
        <translation>Colores de alza y baja; el segundo par se distingue con cualquier tipo de visión.</translation>
    </message>
    <message>
        <source>Consecutive failures after which requests to a provider pause.</source>
        <translation>Fallos seguidos tras los que se pausan las solicitudes a un proveedor.</translation>
    </message>
    <message>
        <source>Entries in one trading day.</source>
        <translation>Entradas en un día de operación.</translation>
    </message>
    <message>
        <source>Folder for everything the program writes; empty means the usual place for user data.</source>
        <translation>Carpeta para todo lo que escribe el programa; vacío significa el lugar habitual de los datos del usuario.</translation>
    </message>
    <message>
        <source>Gain, in percent of the entry price, at which a new ticket sets its take-profit.</source>
        <translation>Ganancia, en porcentaje del precio de entrada, a la que una boleta nueva pone su take-profit.</translation>
    </message>
    <message>
        <source>How far a limit may lie through the far side of the quote.</source>
        <translation>Cuánto puede un límite sobrepasar el lado contrario de la cotización.</translation>
    </message>
    <message>
        <source>How far below the bid the limit of a triggered stop may go.</source>
        <translation>Cuánto por debajo del bid puede ir el límite de un stop activado.</translation>
    </message>
    <message>
        <source>How fast time runs in the simulated market.</source>
        <translation>A qué velocidad corre el tiempo en el mercado simulado.</translation>
    </message>
    <message>
        <source>How long a quote must stay at or below a stop when no second quote confirms it.</source>
        <translation>Cuánto debe permanecer una cotización en el stop o por debajo si ninguna segunda cotización lo confirma.</translation>
    </message>
    <message>
        <source>How long a resting exit lives where the broker accepts both.</source>
        <translation>Cuánto dura una salida en espera donde el bróker acepta ambas.</translation>
    </message>
    <message>
        <source>How long an answer to a request is waited for.</source>
        <translation>Cuánto se espera la respuesta a una solicitud.</translation>
    </message>
    <message>
        <source>How long an order without an answer is looked for at the broker.</source>
        <translation>Cuánto tiempo se busca en el bróker una orden sin respuesta.</translation>
    </message>
    <message>
        <source>How long one-click trading stays armed without being used.</source>
        <translation>Cuánto sigue armada la operativa con un clic sin usarse.</translation>
    </message>
    <message>
        <source>How long requests to a failing provider pause.</source>
        <translation>Cuánto se pausan las solicitudes a un proveedor que falla.</translation>
    </message>
    <message>
        <source>How long an automatic entry works before it is cancelled. Orders of the ticket work until they are cancelled.</source>
        <translation>Cuánto tiempo está activa una entrada automática antes de cancelarse. Las órdenes de la boleta siguen hasta que se cancelen.</translation>
    </message>
    <message>
        <source>How many log files are kept.</source>
        <translation>Cuántos archivos de registro se conservan.</translation>
    </message>
    <message>
        <source>How often a failed read is tried again; order writes never are.</source>
        <translation>Cuántas veces se repite una lectura fallida; el envío de órdenes, nunca.</translation>
    </message>
    <message>
        <source>Language of the window.</source>
        <translation>Idioma de la ventana.</translation>
    </message>
    <message>
        <source>Largest quantity of one order.</source>
        <translation>Cantidad máxima de una orden.</translation>
    </message>
    <message>
        <source>Largest value of one order.</source>
        <translation>Valor máximo de una orden.</translation>
    </message>
    <message>
        <source>Lights a figure up for a moment as it changes.</source>
        <translation>Ilumina una cifra un momento cuando cambia.</translation>
    </message>
    <message>
        <source>Lines that may wait for the disk; beyond them the oldest are dropped and counted.</source>
        <translation>Líneas que pueden esperar al disco; más allá se descartan y cuentan las más antiguas.</translation>
    </message>
    <message>
        <source>Longest wait between two attempts to reconnect a stream.</source>
        <translation>Espera máxima entre dos intentos de reconectar un flujo.</translation>
    </message>
    <message>
        <source>Loss of a day in dollars that ends new entries; the smaller figure counts.</source>
        <translation>Pérdida de un día en dólares que acaba con las entradas nuevas; cuenta la cifra menor.</translation>
    </message>
    <message>
        <source>Loss of a day, in percent of the day&apos;s opening equity, that ends new entries; the smaller figure counts.</source>
        <translation>Pérdida de un día, en porcentaje del patrimonio al abrir, que acaba con las entradas nuevas; cuenta la cifra menor.</translation>
    </message>
    <message>
        <source>Loss, in percent of the entry price, at which a new ticket sets its stop.</source>
        <translation>Pérdida, en porcentaje del precio de entrada, a la que una boleta nueva pone su stop.</translation>
    </message>
    <message>
        <source>Market data requests the program may send in a minute.</source>
        <translation>Solicitudes de datos de mercado que el programa puede enviar por minuto.</translation>
    </message>
    <message>
        <source>Market time between two engine checkpoints in the film.</source>
        <translation>Tiempo de mercado entre dos puntos de control del motor en la película.</translation>
    </message>
    <message>
        <source>Name of the profile; one program runs per profile.</source>
        <translation>Nombre del perfil; por perfil corre un solo programa.</translation>
    </message>
    <message>
        <source>Oldest account figures an entry may rest on.</source>
        <translation>Antigüedad máxima de las cifras de la cuenta en que puede basarse una entrada.</translation>
    </message>
    <message>
        <source>Oldest quote a manual order may rest on; an older one is read again first.</source>
        <translation>Edad máxima de la cotización de una orden manual; si es mayor, antes se vuelve a leer.</translation>
    </message>
    <message>
        <source>Oldest quote an automatic order may rest on; an older one is read again first.</source>
        <translation>Edad máxima de la cotización de una orden automática; si es mayor, antes se vuelve a leer.</translation>
    </message>
    <message>
        <source>Option data feed; must be one the key is entitled to.</source>
        <translation>Fuente de datos de opciones; debe ser una a la que la clave tenga derecho.</translation>
    </message>
    <message>
        <source>Orders that may leave in one minute.</source>
        <translation>Órdenes que pueden salir en un minuto.</translation>
    </message>
    <message>
        <source>Orders that may leave in one second.</source>
        <translation>Órdenes que pueden salir en un segundo.</translation>
    </message>
    <message>
        <source>Port of the simulated venue on this machine; 0 lets the system choose.</source>
        <translation>Puerto del mercado simulado en este equipo; con 0 elige el sistema.</translation>
    </message>
    <message>
        <source>Positions that may be open at once in one underlying.</source>
        <translation>Posiciones que pueden estar abiertas a la vez en un subyacente.</translation>
    </message>
    <message>
        <source>Positions that may be open at once.</source>
        <translation>Posiciones que pueden estar abiertas a la vez.</translation>
    </message>
    <message>
        <source>Records every session so that it can be replayed.</source>
        <translation>Graba cada sesión para poder repetirla.</translation>
    </message>
    <message>
        <source>Requests to Polygon the program may send in a minute. 0: as the plan allows, which is 5 until the key is seen to belong to a paid plan, then 1200.</source>
        <translation>Peticiones a Polygon que el programa puede enviar en un minuto. 0: lo que permita el plan, es decir, 5 hasta que se vea que la clave es de un plan de pago; después, 1200.</translation>
    </message>
    <message>
        <source>Seed of the simulated market; the same seed gives the same day.</source>
        <translation>Semilla del mercado simulado; la misma semilla da el mismo día.</translation>
    </message>
    <message>
        <source>Size at which a log file is closed and the next one begun.</source>
        <translation>Tamaño al que se cierra un archivo de registro y empieza el siguiente.</translation>
    </message>
    <message>
        <source>Stock data feed; must be one the key is entitled to.</source>
        <translation>Fuente de datos de acciones; debe ser una a la que la clave tenga derecho.</translation>
    </message>
    <message>
        <source>The collar is never narrower than this.</source>
        <translation>El collar de precio nunca es más estrecho que esto.</translation>
    </message>
    <message>
        <source>The collar of an exit is never narrower than this.</source>
        <translation>El collar de una salida nunca es más estrecho que esto.</translation>
    </message>
    <message>
        <source>The least important line the log keeps.</source>
        <translation>La línea menos importante que conserva el registro.</translation>
    </message>
    <message>
        <source>Time after which the limit of a triggered stop moves one tick lower.</source>
        <translation>Tiempo tras el cual el límite de un stop activado baja un tick.</translation>
    </message>
    <message>
        <source>Time in which an equal order counts as a duplicate and is refused.</source>
        <translation>Tiempo en que una orden igual cuenta como duplicada y se rechaza.</translation>
    </message>
    <message>
        <source>Trading address of the live account.</source>
        <translation>Dirección de operativa de la cuenta live.</translation>
    </message>
    <message>
        <source>Trading address of the paper account.</source>
        <translation>Dirección de operativa de la cuenta paper.</translation>
    </message>
    <message>
        <source>Trading requests the program may send in a minute.</source>
        <translation>Solicitudes de operativa que el programa puede enviar por minuto.</translation>
    </message>
    <message>
        <source>Which market and account the program starts with.</source>
        <translation>Con qué mercado y cuenta arranca el programa.</translation>
    </message>
    <message>
        <source>Who is asked for market data, in this order; the next one steps in where the first has nothing. Without a Polygon key only Alpaca is asked.</source>
        <translation>A quién se piden los datos de mercado, en este orden; el siguiente entra donde el primero no tiene nada. Sin clave de Polygon solo se pregunta a Alpaca.</translation>
    </message>
    <message>
        <source>Widest spread, in percent of the mid, for an automatic entry.</source>
        <translation>Spread máximo, en porcentaje del precio medio, para una entrada automática.</translation>
    </message>
    <message>
        <source>Stocks with live quotes and trades at once; 0 goes by the feed (iex 30, sip unlimited).</source>
        <translation>Acciones con cotizaciones y operaciones en vivo a la vez; 0 sigue al origen de datos (iex 30, sip sin límite).</translation>
    </message>
    <message>
        <source>Option contracts with live quotes at once; 0 goes by the feed (indicative 200, opra 1000).</source>
        <translation>Contratos de opciones con cotizaciones en vivo a la vez; 0 sigue al origen de datos (indicative 200, opra 1000).</translation>
    </message>
</context>
<context>
    <name>strikedesk::Sentences</name>
    <message>
        <source>15 minutes late under this plan.</source>
        <translation>Con 15 minutos de retraso en este plan.</translation>
    </message>
    <message>
        <source>All exchanges (OPRA).</source>
        <translation>Todas las bolsas (OPRA).</translation>
    </message>
    <message>
        <source>All exchanges (SIP).</source>
        <translation>Todas las bolsas (SIP).</translation>
    </message>
    <message>
        <source>All exchanges, 15 minutes late.</source>
        <translation>Todas las bolsas, con 15 minutos de retraso.</translation>
    </message>
    <message>
        <source>Bars of today come late or at the day&apos;s end under this plan.</source>
        <translation>Las barras de hoy llegan tarde o al final del día en este plan.</translation>
    </message>
    <message>
        <source>Connected, but nothing came while the market moved; connecting again.</source>
        <translation>Conectado, pero no llegó nada mientras el mercado se movía; se conecta de nuevo.</translation>
    </message>
    <message>
        <source>Greeks and volumes without quotes: the plan has none.</source>
        <translation>Griegas y volúmenes sin cotizaciones: el plan no las tiene.</translation>
    </message>
    <message>
        <source>Indicative: trades 15 minutes late, quotes altered. Never price an order by it.</source>
        <translation>Indicativo: operaciones con 15 minutos de retraso, cotizaciones alteradas. Nunca fije con ello el precio de una orden.</translation>
    </message>
    <message>
        <source>One exchange (IEX), a few percent of the volume.</source>
        <translation>Una bolsa (IEX), un pequeño porcentaje del volumen.</translation>
    </message>
    <message>
        <source>Options data now comes from %1: its stream is back and steady.</source>
        <translation>Los datos de opciones vienen ahora de %1: su flujo ha vuelto y es estable.</translation>
    </message>
    <message>
        <source>Options data now comes from %1: the key of %2 has no live stream.</source>
        <translation>Los datos de opciones vienen ahora de %1: la clave de %2 no tiene flujo en vivo.</translation>
    </message>
    <message>
        <source>Options data now comes from %1: the stream of %2 has been away for too long.</source>
        <translation>Los datos de opciones vienen ahora de %1: el flujo de %2 lleva demasiado tiempo ausente.</translation>
    </message>
    <message>
        <source>Polygon does not accept the key: copy it again from its dashboard.</source>
        <translation>Polygon no acepta la clave: cópiela otra vez de su panel.</translation>
    </message>
    <message>
        <source>Polygon&apos;s plan has no real-time stock quotes: it can step in for history and news only.</source>
        <translation>El plan de Polygon no tiene cotizaciones de acciones en tiempo real: solo puede entrar para historial y noticias.</translation>
    </message>
    <message>
        <source>Stock data now comes from %1: its stream is back and steady.</source>
        <translation>Los datos de acciones vienen ahora de %1: su flujo ha vuelto y es estable.</translation>
    </message>
    <message>
        <source>Stock data now comes from %1: its stream is back and steady. It does not tell of halts.</source>
        <translation>Los datos de acciones vienen ahora de %1: su flujo ha vuelto y es estable. No informa de suspensiones.</translation>
    </message>
    <message>
        <source>Stock data now comes from %1: the key of %2 has no live stream.</source>
        <translation>Los datos de acciones vienen ahora de %1: la clave de %2 no tiene flujo en vivo.</translation>
    </message>
    <message>
        <source>Stock data now comes from %1: the key of %2 has no live stream. It does not tell of halts.</source>
        <translation>Los datos de acciones vienen ahora de %1: la clave de %2 no tiene flujo en vivo. No informa de suspensiones.</translation>
    </message>
    <message>
        <source>Stock data now comes from %1: the stream of %2 has been away for too long.</source>
        <translation>Los datos de acciones vienen ahora de %1: el flujo de %2 lleva demasiado tiempo ausente.</translation>
    </message>
    <message>
        <source>Stock data now comes from %1: the stream of %2 has been away for too long. It does not tell of halts.</source>
        <translation>Los datos de acciones vienen ahora de %1: el flujo de %2 lleva demasiado tiempo ausente. No informa de suspensiones.</translation>
    </message>
    <message>
        <source>The answer does not say how late it is.</source>
        <translation>La respuesta no dice cuánto retraso tiene.</translation>
    </message>
    <message>
        <source>The data provider&apos;s quotes are 15 minutes late under this plan. Nothing is priced by them.</source>
        <translation>Las cotizaciones del proveedor llegan con 15 minutos de retraso en este plan. Nada se valora con ellas.</translation>
    </message>
    <message>
        <source>The key may have all exchanges: set alpaca.stock_feed to sip.</source>
        <translation>La clave puede tener todas las bolsas: ponga alpaca.stock_feed en sip.</translation>
    </message>
    <message>
        <source>The key may have real option quotes: set alpaca.option_feed to opra.</source>
        <translation>La clave puede tener cotizaciones reales de opciones: ponga alpaca.option_feed en opra.</translation>
    </message>
    <message>
        <source>The key may send %1 data requests a minute: raise alpaca.data_requests_per_minute.</source>
        <translation>La clave puede enviar %1 peticiones de datos por minuto: suba alpaca.data_requests_per_minute.</translation>
    </message>
    <message>
        <source>The key&apos;s plan has no OPRA data: set alpaca.option_feed to indicative, or change the plan and sign the OPRA agreement at Alpaca.</source>
        <translation>El plan de la clave no tiene datos OPRA: ponga alpaca.option_feed en indicative, o cambie el plan y firme el acuerdo OPRA en Alpaca.</translation>
    </message>
    <message>
        <source>The key&apos;s plan has no real-time SIP data: set alpaca.stock_feed to iex, or change the plan at Alpaca.</source>
        <translation>El plan de la clave no tiene datos SIP en tiempo real: ponga alpaca.stock_feed en iex, o cambie el plan en Alpaca.</translation>
    </message>
    <message>
        <source>The plan does not include it.</source>
        <translation>El plan no lo incluye.</translation>
    </message>
    <message>
        <source>The plan has no quotes.</source>
        <translation>El plan no tiene cotizaciones.</translation>
    </message>
    <message>
        <source>There is no key for this feed. Choose a symbol again, or enter the key.</source>
        <translation>No hay clave para este origen. Elija otra vez un símbolo, o introduzca la clave.</translation>
    </message>
    <message>
        <source>There was no row to judge by.</source>
        <translation>No hubo ninguna fila con la que juzgar.</translation>
    </message>
    <message>
        <source>the demo does not have that symbol. It trades</source>
        <translation>la demostración no tiene ese símbolo. Negocia</translation>
    </message>
    <message>
        <source>the broker does not list that symbol. Check the spelling or search by name.</source>
        <translation>el bróker no tiene ese símbolo. Revise la ortografía o busque por nombre.</translation>
    </message>
    <message>
        <source>The broker refused to buy %1 %2 at %3</source>
        <translation>El bróker rechazó comprar %1 %2 a %3</translation>
    </message>
    <message>
        <source>The broker refused to sell %1 %2 at %3</source>
        <translation>El bróker rechazó vender %1 %2 a %3</translation>
    </message>
    <message>
        <source>The broker refused to buy %1 %2</source>
        <translation>El bróker rechazó comprar %1 %2</translation>
    </message>
    <message>
        <source>The broker refused to sell %1 %2</source>
        <translation>El bróker rechazó vender %1 %2</translation>
    </message>
    <message>
        <source>The broker refused to change an order to buy %1 %2 at %3</source>
        <translation>El bróker rechazó cambiar una orden para comprar %1 %2 a %3</translation>
    </message>
    <message>
        <source>The broker refused to change an order to sell %1 %2 at %3</source>
        <translation>El bróker rechazó cambiar una orden para vender %1 %2 a %3</translation>
    </message>
    <message>
        <source>The market is at %1, beyond a stop of %2: the position would be closed at once. Choose another stop, or close it.</source>
        <translation>El mercado está en %1, más allá de un stop de %2: la posición se cerraría de inmediato. Elija otro stop o ciérrela.</translation>
    </message>
    <message>
        <source>The market is at %1, beyond a take-profit of %2: the position would be closed at once. Choose another take-profit, or close it.</source>
        <translation>El mercado está en %1, más allá de un take-profit de %2: la posición se cerraría de inmediato. Elija otro take-profit o ciérrela.</translation>
    </message>
    <message>
        <source>The stop of %1 was taken off. Nothing limits its loss now.</source>
        <translation>Se quitó el stop de %1. Ahora nada limita su pérdida.</translation>
    </message>
    <message>
        <source>The take-profit of %1 was taken off.</source>
        <translation>Se quitó el take-profit de %1.</translation>
    </message>
    <message>
        <source>The take-profit of %1 at %2 loses money: the entry was at %3.</source>
        <translation>El take-profit de %1 a %2 pierde dinero: la entrada fue a %3.</translation>
    </message>
    <message>
        <source>%1 is closed: %2 after fees.</source>
        <translation>%1 cerrado: %2 tras comisiones.</translation>
    </message>
    <message>
        <source>%1 of %2 orders in the last minute</source>
        <translation>%1 de %2 órdenes en el último minuto</translation>
    </message>
    <message>
        <source>Bought %1 %2 at %3.</source>
        <translation>Comprados %1 %2 a %3.</translation>
    </message>
    <message>
        <source>Buying power %1 after</source>
        <translation>Poder de compra después: %1</translation>
    </message>
    <message>
        <source>Daily loss budget %1 left</source>
        <translation>Margen de pérdida diaria: quedan %1</translation>
    </message>
    <message>
        <source>Desk is ARMED</source>
        <translation>Mesa ARMED</translation>
    </message>
    <message>
        <source>Desk is READY</source>
        <translation>Mesa lista</translation>
    </message>
    <message>
        <source>On this underlying %1 of %2 allowed</source>
        <translation>En este subyacente %1 de %2 permitidas</translation>
    </message>
    <message>
        <source>No equal order in the last %1 s</source>
        <translation>Ninguna orden igual en los últimos %1 s</translation>
    </message>
    <message>
        <source>Nobody bids for %1. The exit goes out as soon as somebody does.</source>
        <translation>Nadie ofrece bid por %1. La salida sale en cuanto alguien lo haga.</translation>
    </message>
    <message>
        <source>Open trade %1 of %2 allowed</source>
        <translation>Operación abierta %1 de %2 permitidas</translation>
    </message>
    <message>
        <source>Options data is back.</source>
        <translation>Volvieron los datos de opciones.</translation>
    </message>
    <message>
        <source>Options data was lost. It is tried again by itself.</source>
        <translation>Se perdieron los datos de opciones. Se reintenta solo.</translation>
    </message>
    <message>
        <source>Order stream up, account read %1 s ago (≤ %2 s)</source>
        <translation>Flujo de órdenes activo, cuenta leída hace %1 s (≤ %2 s)</translation>
    </message>
    <message>
        <source>Price on the %1 grid</source>
        <translation>Precio en pasos de %1</translation>
    </message>
    <message>
        <source>Price within collar (%1 % of the ask)</source>
        <translation>Precio dentro del collar (%1 % del ask)</translation>
    </message>
    <message>
        <source>Price within collar (%1 % of the bid)</source>
        <translation>Precio dentro del collar (%1 % del bid)</translation>
    </message>
    <message>
        <source>Quantity %1 ≤ %2</source>
        <translation>Cantidad %1 ≤ %2</translation>
    </message>
    <message>
        <source>Quote age %1 s ≤ %2 s</source>
        <translation>Edad de la cotización %1 s ≤ %2 s</translation>
    </message>
    <message>
        <source>Sold %1 %2 at %3.</source>
        <translation>Vendidos %1 %2 a %3.</translation>
    </message>
    <message>
        <source>Spread %1 % &gt; %2 % (automatic orders only)</source>
        <translation>Spread %1 % &gt; %2 % (solo órdenes automáticas)</translation>
    </message>
    <message>
        <source>Spread %1 % ≤ %2 %</source>
        <translation>Spread %1 % ≤ %2 %</translation>
    </message>
    <message>
        <source>Stock data is back.</source>
        <translation>Volvieron los datos de acciones.</translation>
    </message>
    <message>
        <source>Stock data was lost. It is tried again by itself.</source>
        <translation>Se perdieron los datos de acciones. Se reintenta solo.</translation>
    </message>
    <message>
        <source>Stop %1 above %2</source>
        <translation>Stop %1 por encima de %2</translation>
    </message>
    <message>
        <source>Stop %1 below %2</source>
        <translation>Stop %1 por debajo de %2</translation>
    </message>
    <message>
        <source>Take-profit %1 on the grid</source>
        <translation>Take-profit %1 en los pasos de precio</translation>
    </message>
    <message>
        <source>Take-profit works at the venue: sell %1 %2 at %3.</source>
        <translation>Take-profit activo en el mercado: venta de %1 %2 a %3.</translation>
    </message>
    <message>
        <source>The broker keeps refusing the exit of %1. Close it at the broker, or change the plan and close again.</source>
        <translation>El bróker sigue rechazando la salida de %1. Ciérrela en el bróker, o cambie el plan y cierre otra vez.</translation>
    </message>
    <message>
        <source>The exit of %1 has reached its collar and is not filled. Decide the price yourself.</source>
        <translation>La salida de %1 llegó a su collar y no se ejecutó. Decida usted el precio.</translation>
    </message>
    <message>
        <source>The limit price is not on the price grid of this contract (%1).</source>
        <translation>El precio límite no cae en los pasos de precio de este contrato (%1).</translation>
    </message>
    <message>
        <source>The order stream is back.</source>
        <translation>Volvió el flujo de órdenes.</translation>
    </message>
    <message>
        <source>The order stream was lost. It is tried again by itself.</source>
        <translation>Se perdió el flujo de órdenes. Se reintenta solo.</translation>
    </message>
    <message>
        <source>The order to buy %1 %2 at %3 expired; %4 filled.</source>
        <translation>Venció la orden de compra de %1 %2 a %3; %4 ejecutados.</translation>
    </message>
    <message>
        <source>The order to buy %1 %2 at %3 was cancelled; %4 filled.</source>
        <translation>Se canceló la orden de compra de %1 %2 a %3; %4 ejecutados.</translation>
    </message>
    <message>
        <source>The order to buy %1 %2 at %3 was rejected; %4 filled.</source>
        <translation>Se rechazó la orden de compra de %1 %2 a %3; %4 ejecutados.</translation>
    </message>
    <message>
        <source>The order to sell %1 %2 at %3 expired; %4 filled.</source>
        <translation>Venció la orden de venta de %1 %2 a %3; %4 ejecutados.</translation>
    </message>
    <message>
        <source>The order to sell %1 %2 at %3 was cancelled; %4 filled.</source>
        <translation>Se canceló la orden de venta de %1 %2 a %3; %4 ejecutados.</translation>
    </message>
    <message>
        <source>The order to sell %1 %2 at %3 was rejected; %4 filled.</source>
        <translation>Se rechazó la orden de venta de %1 %2 a %3; %4 ejecutados.</translation>
    </message>
    <message>
        <source>The stop of %1 was reached.</source>
        <translation>Se alcanzó el stop de %1.</translation>
    </message>
    <message>
        <source>Trade %1 of %2 allowed today</source>
        <translation>Operación %1 de %2 permitidas hoy</translation>
    </message>
    <message>
        <source>Value %1 ≤ %2</source>
        <translation>Valor %1 ≤ %2</translation>
    </message>
    <message>
        <source>Stock data: the plan streams %1 symbols at once, and %2 more are wanted. Positions, tickets and charts come first; the rest is marked as not live. Shorten the lists, or raise the limit in the settings if your plan allows more.</source>
        <translation>Datos de acciones: el plan transmite %1 símbolos a la vez y se piden %2 más. Las posiciones, las boletas y los gráficos van primero; el resto se marca como no en vivo. Acorte las listas o suba el límite en la configuración si su plan permite más.</translation>
    </message>
    <message>
        <source>Options data: the plan streams %1 symbols at once, and %2 more are wanted. Positions, tickets and charts come first; the rest is marked as not live. Shorten the lists, or raise the limit in the settings if your plan allows more.</source>
        <translation>Datos de opciones: el plan transmite %1 símbolos a la vez y se piden %2 más. Las posiciones, las boletas y los gráficos van primero; el resto se marca como no en vivo. Acorte las listas o suba el límite en la configuración si su plan permite más.</translation>
    </message>
    <message>
        <source>The data provider says</source>
        <translation>El proveedor de datos dice</translation>
    </message>
    <message>
        <source>The data server reports a problem</source>
        <translation>El servidor de datos informa de un problema</translation>
    </message>
    <message>
        <source>The connection is opened again.</source>
        <translation>La conexión se abre de nuevo.</translation>
    </message>
    <message>
        <source>The connection was closed (code %1).</source>
        <translation>La conexión se cerró (código %1).</translation>
    </message>
    <message>
        <source>The data server did not confirm %1 of the subscriptions; they may not be in the plan. The rest goes on.</source>
        <translation>El servidor de datos no confirmó %1 de las suscripciones; puede que no estén en el plan. El resto continúa.</translation>
    </message>
    <message>
        <source>The data requests of this minute are used up; the chart goes on in %1 s.</source>
        <translation>Se agotaron las solicitudes de datos de este minuto; el gráfico sigue en %1 s.</translation>
    </message>
    <message>
        <source>The stop of %1 is not watched: its quotes are %2 minutes late. Watch it yourself, or choose a real-time feed.</source>
        <translation>El stop de %1 no se vigila: sus cotizaciones llegan con %2 minutos de retraso. Vigílelo usted o elija una fuente en tiempo real.</translation>
    </message>
    <message>
        <source>The exit of %1 is priced by quotes that are %2 minutes late. Watch the order.</source>
        <translation>El precio de la salida de %1 se toma de cotizaciones con %2 minutos de retraso. Vigile la orden.</translation>
    </message>
    <message>
        <source>The stop of %1 cannot be judged: %2. Look at the market and close the position yourself if you must.</source>
        <translation>El stop de %1 no se puede juzgar: %2. Mire el mercado y cierre usted la posición si hace falta.</translation>
    </message>
    <message>
        <source>The broker has no more of %1 to close than what works already, our fills say %2 more. Look on its page: somebody closed them, or another order holds them.</source>
        <translation>El bróker no tiene más de %1 por cerrar que lo que ya trabaja; según nuestras ejecuciones quedan %2. Mire su página: alguien los cerró, u otra orden los retiene.</translation>
    </message>
    <message>
        <source>The broker does not take the exit of %1 now (%2). It is tried again by itself; look at your orders on its page.</source>
        <translation>El bróker no acepta ahora la salida de %1 (%2). Se vuelve a intentar sola; mire sus órdenes en su página.</translation>
    </message>
    <message>
        <source>The take-profit to %1 was cancelled at the broker, not by this program. Nothing sells there now: set a take-profit again, or leave it off.</source>
        <translation>El objetivo de %1 fue cancelado en el bróker, no por este programa. Ahora nada vende allí: ponga otro objetivo o déjelo sin él.</translation>
    </message>
    <message>
        <source>The broker has not cancelled the order to %1 for half a minute or more. What it holds cannot be sold meanwhile: cancel it on the broker&apos;s page, or call the broker.</source>
        <translation>El bróker lleva medio minuto o más sin cancelar la orden de %1. Lo que retiene no se puede vender mientras tanto: cancélela en la página del bróker, o llámelo.</translation>
    </message>
    <message>
        <source>An order of this program was changed by another hand: it is to %1 now, and goes on as ours.</source>
        <translation>Otra mano cambió una orden de este programa: ahora es de %1, y sigue siendo nuestra.</translation>
    </message>
    <message>
        <source>The program did not run for %1 seconds (the machine slept, or was stopped). Nothing leaves until the broker&apos;s books and the quotes were read again; tickets that waited were dropped.</source>
        <translation>El programa no funcionó durante %1 segundos (la máquina dormía o estaba parada). Nada sale hasta leer de nuevo los libros del bróker y las cotizaciones; los tickets que esperaban se descartaron.</translation>
    </message>
    <message>
        <source>An order of another program in %1 is not cancelled after a minute of asking. Cancel it at the broker.</source>
        <translation>Una orden de otro programa en %1 no se cancela tras pedirlo un minuto. Cancélela en el bróker.</translation>
    </message>
</context>
</TS>
