// Capitalised words that begin sentences or name offices, forms and places of an address: never names.
export const NOT_NAMES = new Set(
  (
    'dni nie nif cif naf nss ccc nan tie ta tc iban cnae reta erte ero sepe inss ism tgss ure sms pin pdf red casia siltra url web otp ' +
    'buongiorno bonjour d da don dona dna mr mrs ms monsieur madame nom portable hola buenos buenas buen bon bona bos boas bo egun kaixo hello dear good estimado estimada estimados estimadas muy senor senores senora sra sr sres ' +
    'gracias grazas gracies eskerrik merci thanks saludos saludo salutacions saudos atentamente atte cordialmente un una reciban reciba le les los las el la lo ' +
    'me mi mis yo tu soy soc son es est quiero quisiera necesito solicito ruego por para con sin en de del al que como cuando donde desde hasta porque si no ya ' +
    'tel telf telefono telefon tfno tlf tfn movil mobil cel fax correo email mail nombre apellido apellidos cognom cognoms apelido apelidos surname name negociado departamento departament seccion servicio area oficina secretaria titular documento empresa trabajador trabajadora contacto datos ' +
    'seguridad social tesoreria general direccion provincial administracion unidad recaudacion cotizacion afiliacion moratorias moratoria gestiones otras otros ' +
    'decreto ley orden boe articulo art regimen especial sistema agrario hacienda ayuntamiento ajuntament gobierno hospital banco gestoria asesoria ' +
    'calle avenida avda plaza paseo rua carrer camino ctra kalea enviado enviat sent adjunto fecha asunto para lunes martes miercoles jueves viernes sabado domingo ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre espana espanya dios sociedad limitada ' +
    'este esta estos estas ese esa eso aqui ahi hay he ha han fui nos os se su sus nuestro nuestra tengo tiene puede pueden mando va van adjunta codigo base cuota baja alta ' +
    'urgente favor registro certificado vida laboral informe modelo escritura administrador gerente apoderado abogado colegiado hasta clave banc i the my please we regards sincerely best name nie date'
  ).split(' '),
);

/** Of those, the ones that are surnames as well: after a name they belong to it. */
export const SURNAMES_TOO = new Set(
  'mayo abril calle plaza rua paseo camino domingo marzo leal bueno buen hospital'.split(' '),
);

/** Given names that most people in Spain bear, folded: they tell where a name begins that has no capitals. */
export const GIVEN_NAMES = new Set(
  (
    'antonio manuel jose francisco david juan javier daniel carlos jesus alejandro miguel rafael pedro angel pablo sergio fernando jorge luis alberto alvaro diego adrian raul ' +
    'enrique ivan ruben ramon vicente oscar andres joaquin santiago eduardo victor mario roberto jaime ignacio marcos alfonso salvador ricardo emilio julian julio tomas agustin ' +
    'gonzalo felix guillermo gabriel marc mohamed mohammed ahmed hassan youssef said rachid mustapha abdelkader omar ali hugo martin nicolas samuel lucas cesar sebastian mariano ' +
    'joan josep jordi xavier albert pau pere ramon montserrat nuria merce roser laia anna xose xoan brais iago uxia mikel jon iker unai ander asier ane miren amaia nerea itziar ' +
    'maria carmen ana isabel dolores pilar teresa rosa josefa cristina laura elena antonia marta francisca mercedes luisa lucia concepcion rosario juana sara paula raquel manuela eva ' +
    'jesus patricia victoria beatriz rocio belen julia silvia encarnacion esther irene milagros susana alba sonia rosario angeles sandra monica consuelo gloria andrea yolanda alicia ' +
    'ines veronica nuria margarita amparo esperanza lorena noelia trinidad purificacion soledad inmaculada gema lourdes remedios asuncion josefina catalina ainhoa leire fatima aicha ' +
    'khadija nadia elena ioana andreea gheorghe vasile ion mihai florin adriana natalia olga svetlana irina oksana'
  ).split(' '),
);

/** Chinese surnames, which stand first: with one of them a name of two words is turned round. */
export const CHINESE_SURNAMES = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun zhu hu guo he lin gao luo zheng liang xie song tang deng feng han cao zeng peng xiao cai pan tian dong yuan yu ye jiang du wei cheng lu ding ren shen yao jin xia qiu ji xiang hong'.split(
    ' ',
  ),
);
